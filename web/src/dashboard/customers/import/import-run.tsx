import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../../i18n/locale-context.js';
import { commonMessages } from '../../../messages/common.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import type { CustomerTable } from './customer-table.js';
import { ImportDone } from './import-done.js';
import { ImportPreview } from './import-preview.js';
import { ImportProgress } from './import-progress.js';
import { Problems } from './problems.js';
import { useImport } from './use-import.js';

interface Props {
  /** Its name. */
  readonly file: string;
  readonly table: CustomerTable;
  readonly onOther: () => void;
}

/** A file on its way: what is in it, how far it is, what became of it. */
export function ImportRun({ file, table, onOther }: Props): JSX.Element {
  const say = useSay();
  const { phase, tally, error, run, stop } = useImport(table);
  const count = table.rows.length;
  if (phase === 'ready') return <ImportPreview file={file} table={table} onStart={run} onOther={onOther} />;
  if (phase === 'done') return <ImportDone columns={table.columns} tally={tally} onOther={onOther} />;
  return (
    <Stack gap="lg">
      <ImportProgress
        title={
          phase === 'running'
            ? say(customerImportMessages.running, { file })
            : say(customerImportMessages.stopped, { done: tally.done, count })
        }
        done={tally.done}
        count={count}
      >
        {phase === 'running' ? (
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed">
              {say(customerImportMessages.keepOpen)}
            </Text>
            <Button variant="default" onClick={stop}>
              {say(commonMessages.cancel)}
            </Button>
          </Group>
        ) : (
          <Stack gap="md">
            {error !== null && <ErrorNotice error={error} />}
            <Text size="sm">
              {say(
                error === null
                  ? customerImportMessages.stoppedAdvice
                  : customerImportMessages.interruptedAdvice,
              )}
            </Text>
            <Group gap="sm">
              <Button onClick={run} autoFocus>
                {say(customerImportMessages.goOn)}
              </Button>
              <Button variant="default" onClick={onOther}>
                {say(customerImportMessages.otherFile)}
              </Button>
            </Group>
          </Stack>
        )}
      </ImportProgress>
      {phase === 'stopped' && <Problems columns={table.columns} problems={tally.problems} />}
    </Stack>
  );
}
