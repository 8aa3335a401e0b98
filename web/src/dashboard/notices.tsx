import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import type { JSX } from 'react';

/** Where it is said for a moment what was done. */
export default function Notices(): JSX.Element {
  return <Notifications position="bottom-center" />;
}
