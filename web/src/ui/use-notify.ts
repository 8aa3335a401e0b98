import { notifications } from '@mantine/notifications';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';

/** Returns a function that shows a short notice at the edge of the page. */
export function useNotify(): (message: string, title?: string) => void {
  const say = useSay();
  return (message, title) => {
    notifications.show({ title, message, closeButtonProps: { 'aria-label': say(commonMessages.close) } });
  };
}
