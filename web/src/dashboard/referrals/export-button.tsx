import { Button, CloseButton, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { exportMessages } from '../../messages/referrals.js';
import { DownloadIcon } from '../../ui/icons.js';
import type { useExport } from './use-export.js';

/** Saves the list as a file; while it comes, how much has come, and a way to stop it. */
export function ExportButton({ busy, rows, start, cancel }: ReturnType<typeof useExport>): JSX.Element {
  const say = useSay();
  if (!busy) {
    return (
      <Button variant="default" leftSection={<DownloadIcon />} onClick={start}>
        {say(exportMessages.export)}
      </Button>
    );
  }
  return (
    <Group gap="xs" mih={36}>
      <Text size="sm" role="status">
        {say(exportMessages.rows, { count: rows })}
      </Text>
      <CloseButton aria-label={say(exportMessages.cancel)} onClick={cancel} />
    </Group>
  );
}
