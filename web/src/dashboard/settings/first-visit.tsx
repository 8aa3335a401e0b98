import { Paper, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { useVersions } from './program-api.js';
import styles from './settings.module.css';

/** What to do first, for a tenant that has saved nothing yet. */
export function FirstVisit(): JSX.Element | null {
  const say = useSay();
  const { data } = useVersions();
  if (data?.length !== 0) return null;
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} className={styles.hint ?? ''}>
      <Text fw={650}>{say(settingsMessages.firstVisit)}</Text>
      <Text size="sm" mt={2}>
        {say(settingsMessages.firstVisitSteps)}
      </Text>
    </Paper>
  );
}
