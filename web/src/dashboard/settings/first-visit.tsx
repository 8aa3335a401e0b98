import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { useVersions } from './program-api.js';

/** What to do first, for a tenant that has saved nothing yet. */
export function FirstVisit(): JSX.Element | null {
  const say = useSay();
  const { data } = useVersions();
  if (data?.length !== 0) return null;
  return (
    <Alert variant="light" title={say(settingsMessages.firstVisit)}>
      {say(settingsMessages.firstVisitSteps)}
    </Alert>
  );
}
