import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { type JSX, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { conflictMessages } from '../../messages/conflict.js';
import { settingsMessages } from '../../messages/settings.js';
import { Conflict } from '../../ui/conflict.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

/** Shows the save button at the bottom of the screen while there are unsaved changes. @param formId the form to submit */
export function SaveBar({ formId }: { formId: string }): JSX.Element {
  const say = useSay();
  const { changed, saving, problems, failure, discard } = useProgramForm();
  return (
    <div className={styles.bar} role="region" aria-label={say(settingsMessages.unsaved)} hidden={!changed}>
      <Paper withBorder p="sm" className={styles.barPaper}>
        <Stack gap="sm">
          {failure !== null && (
            <div>
              <ErrorNotice error={failure} />
              <Text size="sm" mt="xs">
                {say(settingsMessages.notSaved)}
              </Text>
            </div>
          )}
          <Group justify="space-between" gap="sm">
            <Text
              size="sm"
              fw={600}
              role="status"
              c={problems > 0 ? 'var(--mantine-color-error)' : undefined}
            >
              {problems > 0
                ? say(settingsMessages.fieldsWrong, { count: problems })
                : changed && say(settingsMessages.unsaved)}
            </Text>
            <Group gap="xs" className={styles.barButtons}>
              <Button variant="default" onClick={discard} disabled={saving}>
                {say(settingsMessages.discard)}
              </Button>
              <Button type="submit" form={formId} loading={saving}>
                {say(commonMessages.save)}
              </Button>
            </Group>
          </Group>
        </Stack>
      </Paper>
    </div>
  );
}

/** Shows what somebody else has saved meanwhile, if a save was refused for that. */
export function ConflictDialog(): JSX.Element {
  const say = useSay();
  const { conflict } = useProgramForm();
  return (
    <Modal
      opened={conflict !== null}
      onClose={() => conflict?.dismiss()}
      title={say(conflictMessages.title)}
      closeButtonProps={{ 'aria-label': say(commonMessages.close) }}
      centered
    >
      {conflict !== null && (
        <Conflict
          differences={conflict.differences}
          onLoadTheirs={conflict.loadTheirs}
          onSaveMine={conflict.saveMine}
        />
      )}
    </Modal>
  );
}

/** Asks before unsaved changes are lost by the menu, the back button or closing the tab. */
export function UnsavedGuard({ active }: { active: boolean }): JSX.Element {
  const say = useSay();
  const { state, proceed, reset } = useBlocker(
    ({ currentLocation, nextLocation }) => active && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [active]);
  return (
    <Modal
      opened={state === 'blocked'}
      onClose={() => reset?.()}
      title={say(settingsMessages.leave)}
      withCloseButton={false}
      centered
    >
      <Text>{say(settingsMessages.leaveMeans)}</Text>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={() => proceed?.()}>
          {say(settingsMessages.leaveAnyway)}
        </Button>
        <Button onClick={() => reset?.()} data-autofocus>
          {say(settingsMessages.stay)}
        </Button>
      </Group>
    </Modal>
  );
}
