import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import type { CustomerTable } from './customer-table.js';
import classes from './import.module.css';

interface Props {
  readonly file: string;
  readonly table: CustomerTable;
  readonly onStart: () => void;
  readonly onOther: () => void;
}

const SHOWN = 5;

/** Shows the first rows as they were parsed, before anything is sent. */
export function ImportPreview({ file, table, onStart, onOther }: Props): JSX.Element {
  const say = useSay();
  const { columns, unused, rows } = table;
  const count = rows.length;
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {say(customerImportMessages.preview)}
          </Title>
          <Text size="sm" c="dimmed" className={classes.file}>
            {say(customerImportMessages.rowsIn, { count, file })}
          </Text>
        </div>
        <div
          className={classes.scroll}
          tabIndex={0}
          role="region"
          aria-label={say(customerImportMessages.firstRows)}
        >
          <Table aria-label={say(customerImportMessages.firstRows)}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col">
                    {column}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, SHOWN).map(({ row, values }) => (
                <Table.Tr key={row}>
                  {columns.map((column) => (
                    <Table.Td key={column} className={classes.cell}>
                      {values[column]}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        {unused.length > 0 && (
          <Text size="sm" c="dimmed">
            {say(customerImportMessages.unused, { count: unused.length, columns: unused.join(', ') })}
          </Text>
        )}
        <Group gap="sm">
          <Button onClick={onStart} autoFocus>
            {say(customerImportMessages.start, { count })}
          </Button>
          <Button variant="default" onClick={onOther}>
            {say(customerImportMessages.otherFile)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
