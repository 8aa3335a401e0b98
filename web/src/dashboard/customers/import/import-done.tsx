import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type JSX, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useLanguage, useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import type { Column } from './customer-table.js';
import classes from './import.module.css';
import { Problems } from './problems.js';
import type { Tally } from './tally.js';

interface Props {
  /** Of the file. */
  readonly columns: readonly Column[];
  readonly tally: Tally;
  readonly onOther: () => void;
}

const COUNTS = ['created', 'updated', 'unchanged', 'failed'] as const;

/** What became of a file. */
export function ImportDone({ columns, tally, onOther }: Props): JSX.Element {
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
