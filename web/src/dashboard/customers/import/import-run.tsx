import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useLanguage, useSay } from '../../../i18n/locale-context.js';
import { commonMessages } from '../../../messages/common.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import type { Column, CustomerTable } from './customer-table.js';
import { ImportPreview } from './import-preview.js';
import classes from './import.module.css';
import { Problems } from './problems.js';
import type { Tally } from './tally.js';
import { useImport } from './use-import.js';

interface Props {
  /** The file's name. */
  readonly file: string;
  readonly table: CustomerTable;
  readonly onOther: () => void;
}

/** Shows an import from its preview to its result. */
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

interface ImportDoneProps {
  /** The columns of the file. */
  readonly columns: readonly Column[];
  readonly tally: Tally;
  readonly onOther: () => void;
}

const COUNTS = ['created', 'updated', 'unchanged', 'failed'] as const;

/** Shows the result of an import. */
function ImportDone({ columns, tally, onOther }: ImportDoneProps): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const nothingNew = tally.unchanged > 0 && tally.created + tally.updated + tally.failed === 0;
  return (
    <Stack gap="lg">
      <Title order={2} size="h4" ref={title} tabIndex={-1} className={classes.done}>
        {say(customerImportMessages.done)}
      </Title>
      {nothingNew && <Text>{say(customerImportMessages.nothingNew)}</Text>}
      <dl className={classes.counts}>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{say(customerImportMessages[name])}</dt>
            <dd>{new Intl.NumberFormat(locale).format(tally[name])}</dd>
          </div>
        ))}
      </dl>
      <Problems columns={columns} problems={tally.problems} />
      <Group gap="sm">
        <Button component={Link} to="/customers">
          {say(customerImportMessages.toCustomers)}
        </Button>
        <Button variant="default" onClick={onOther}>
          {say(customerImportMessages.another)}
        </Button>
      </Group>
    </Stack>
  );
}

interface ImportProgressProps {
  readonly title: string;
  readonly done: number;
  readonly count: number;
  /** The possible actions. */
  readonly children: ReactNode;
}

/** Shows the progress of an import, as a bar and in numbers. */
function ImportProgress({ title, done, count, children }: ImportProgressProps): JSX.Element {
  const say = useSay();
  const inWords = say(customerImportMessages.progress, { done, count });
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Title order={2} size="h4" className={classes.file}>
          {title}
        </Title>
        <Progress.Root size="lg">
          <Progress.Section value={Math.floor((100 * done) / count)} aria-label={title} />
        </Progress.Root>
        <Text size="sm" role="status" className={classes.row}>
          {inWords}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
