import { Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import classes from './import.module.css';

interface Props {
  readonly title: string;
  readonly done: number;
  readonly count: number;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** How far an import is, as a bar and in numbers. */
export function ImportProgress({ title, done, count, children }: Props): JSX.Element {
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
