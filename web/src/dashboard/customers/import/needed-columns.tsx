import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import classes from './import.module.css';
import { csvOf, saveFile } from '../../../ui/save-file.js';

const EXAMPLE =
  'name,email,phone,id\r\nJohn Doe,john@example.com,555-0100,1001\r\nJane Smith,jane@example.com,555-0101,1002\r\nAna Torres,ana@example.com,,\r\n';

const COLUMNS = [
  { column: 'name', needed: true, help: customerImportMessages.nameHelp },
  { column: 'email', needed: true, help: customerImportMessages.emailHelp },
  { column: 'phone', needed: false, help: customerImportMessages.phoneHelp },
  { column: 'id', needed: false, help: customerImportMessages.idHelp },
] as const;

/** Which columns a file needs, and one to begin with. */
export function NeededColumns(): JSX.Element {
  const say = useSay();
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {say(customerImportMessages.columns)}
          </Title>
          <Text size="sm" c="dimmed">
            {say(customerImportMessages.columnsLead)}
          </Text>
        </div>
        <dl className={classes.columns}>
          {COLUMNS.map(({ column, needed, help }) => (
            <div key={column}>
              <Group component="dt" gap="xs">
                <Text span fw={600} size="sm" ff="monospace">
                  {column}
                </Text>
                <Text span size="xs" c="dimmed">
                  {say(needed ? customerImportMessages.needed : customerImportMessages.optional)}
                </Text>
              </Group>
              <dd>{say(help)}</dd>
            </div>
          ))}
        </dl>
        <Group>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              saveFile(csvOf(EXAMPLE), say(customerImportMessages.exampleFile));
            }}
          >
            {say(customerImportMessages.example)}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
