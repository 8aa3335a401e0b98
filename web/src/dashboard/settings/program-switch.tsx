import { Group, Paper, Switch, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

/** The one switch of the program, and what its two states mean. */
export function ProgramSwitch(): JSX.Element {
  const say = useSay();
  const { draft, change } = useProgramForm();
  const on = draft.referral_enabled;
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }} className={styles.switch} data-on={on}>
      <Group wrap="nowrap" gap="md" align="flex-start">
        <Switch
          id="referral_enabled"
          size="xl"
          withThumbIndicator={false}
          checked={on}
          onChange={(event) => {
            change({ referral_enabled: event.currentTarget.checked });
          }}
          aria-label={say(settingsMessages.title)}
          aria-describedby="switch-means"
        />
        <div>
          <Text component="h2" size="lg" fw={650} lh={1.3}>
            {say(on ? settingsMessages.on : settingsMessages.off)}
          </Text>
          <Text size="sm" c="dimmed" id="switch-means" aria-live="polite">
            {say(on ? settingsMessages.onMeans : settingsMessages.offMeans)}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
