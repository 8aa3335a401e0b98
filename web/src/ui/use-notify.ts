import { notifications } from '@mantine/notifications';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';

/** Says for a moment, at the edge of the page, what was done. */
export function useNotify(): (message: string) => void {
  const say = useSay();
  return (message) => {
    notifications.show({ message, closeButtonProps: { 'aria-label': say(commonMessages.close) } });
  };
}
