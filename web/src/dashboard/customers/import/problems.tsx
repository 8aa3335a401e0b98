import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import type { Column } from './customer-table.js';
import classes from './import.module.css';
import { problemFile, problemText } from './problem-file.js';
import type { RowProblem } from './tally.js';
import { csvOf, saveFile } from '../../../ui/save-file.js';

interface Props {
  /** The columns of the file. */
  readonly columns: readonly Column[];
  readonly problems: readonly RowProblem[];
}

const SHOWN = 50;

/** Lists the failed rows with their problems, and offers them as a download. */
export function Problems({ columns, problems }: Props): JSX.Element | null {
  const say = useSay();
  const { locale } = useLanguage();
  if (problems.length === 0) return null;
  const count = new Set(problems.map(({ row }) => row)).size;
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={3} size="h5">
              {say(customerImportMessages.problems, { count })}
            </Title>
            <Text size="sm" c="dimmed">
              {say(customerImportMessages.problemsAdvice)}
            </Text>
          </div>
          <Button
            variant="default"
            onClick={() => {
              saveFile(
                csvOf(problemFile(columns, problems, locale)),
                say(customerImportMessages.problemFile),
              );
            }}
          >
            {say(customerImportMessages.download)}
          </Button>
        </Group>
        <ul className={classes.problems}>
          {problems.slice(0, SHOWN).map((problem, index) => (
            <li key={index}>
              <span className={classes.row}>
                {say(customerImportMessages.row)} {new Intl.NumberFormat(locale).format(problem.row.row)}
              </span>
              <span>{problem.row.values.email || problem.row.values.name}</span>
              <span>{problemText(problem, locale)}</span>
            </li>
          ))}
        </ul>
        {problems.length > SHOWN && (
          <Text size="sm" c="dimmed">
            {say(customerImportMessages.firstProblems, { count: SHOWN })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
