import { Button, Group, Modal, Text } from '@mantine/core';
import { type JSX, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';

/** Asks before what is not saved gets lost: by the menu, by going back, or with the tab. */
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
