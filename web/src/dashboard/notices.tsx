import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import type { JSX } from 'react';

/** Shows short notices about completed actions. */
export default function Notices(): JSX.Element {
  return <Notifications position="bottom-center" />;
}
