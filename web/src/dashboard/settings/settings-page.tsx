import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { Page } from '../page.js';

export default function SettingsPage(): JSX.Element {
  const say = useSay();
  return <Page title={say(dashboardMessages.referrals)}>{null}</Page>;
}
