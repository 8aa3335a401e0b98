import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { dashboardMessages } from '../messages/dashboard.js';
import { Page } from './page.js';

export function NotFound(): JSX.Element {
  const say = useSay();
  return (
    <Page title={say(dashboardMessages.notFound)}>
      <Text>{say(dashboardMessages.notFoundAdvice)}</Text>
    </Page>
  );
}
