import {
  Alert,
  Anchor,
  Button,
  FileButton,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { type DragEvent, type JSX, useState } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import { csvOf, saveFile } from '../../../ui/save-file.js';
import { Page } from '../../page.js';
import { parseCustomers, type CustomerTable, decodeText, type Unreadable } from './customer-table.js';
import { ImportRun } from './import-run.js';
import classes from './import.module.css';

interface Chosen {
  readonly name: string;
  readonly content: CustomerTable | Unreadable;
}

/** Imports customers from a file: choose, preview, import. */
export default function ImportPage(): JSX.Element {
  const say = useSay();
  const [file, setFile] = useState<Chosen | null>(null);
  const choose = (chosen: File): void => {
    void chosen.arrayBuffer().then((bytes) => {
      setFile({ name: chosen.name, content: parseCustomers(decodeText(new Uint8Array(bytes))) });
    });
  };
  return (
    <Stack gap="xs">
      <Anchor component={Link} to="/customers" size="sm">
        ← {say(customerImportMessages.back)}
      </Anchor>
      <Page title={say(customerImportMessages.title)} lead={say(customerImportMessages.lead)}>
        {file !== null && 'rows' in file.content ? (
          <ImportRun
            file={file.name}
            table={file.content}
            onOther={() => {
              setFile(null);
            }}
          />
        ) : (
          <>
            {file !== null && 'problem' in file.content && <WhyNot why={file.content} />}
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <FileDrop onFile={choose} />
              <NeededColumns />
            </SimpleGrid>
          </>
        )}
      </Page>
    </Stack>
  );
}

function WhyNot({ why }: { why: Unreadable }): JSX.Element {
  const say = useSay();
  return (
    <Alert color="red" variant="light" role="alert" title={say(customerImportMessages.unreadable)}>
      {why.problem === 'empty' && say(customerImportMessages.empty)}
      {why.problem === 'broken_quotes' && say(customerImportMessages.brokenQuotes, { row: why.row })}
      {why.problem === 'missing_column' && say(customerImportMessages.missingColumn, { column: why.column })}
      {why.problem === 'column_twice' && say(customerImportMessages.columnTwice, { column: why.column })}
    </Alert>
  );
}

/** Takes a file, dropped or chosen. */
function FileDrop({ onFile }: { onFile: (file: File) => void }): JSX.Element {
  const say = useSay();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <Stack
      className={classes.drop}
      data-over={over || undefined}
      align="center"
      justify="center"
      gap="xs"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <Text fw={600} visibleFrom="sm">
        {say(customerImportMessages.drop)}
      </Text>
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {say(customerImportMessages.or)}
      </Text>
      <FileButton
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(file) => {
          if (file !== null) onFile(file);
        }}
        inputProps={{ 'aria-label': say(customerImportMessages.choose) }}
      >
        {(props) => <Button {...props}>{say(customerImportMessages.choose)}</Button>}
      </FileButton>
      <Text size="sm" c="dimmed" mt="xs" ta="center">
        {say(customerImportMessages.hint)}
      </Text>
    </Stack>
  );
}

const EXAMPLE =
  'name,email,phone,id\r\nJohn Doe,john@example.com,555-0100,1001\r\nJane Smith,jane@example.com,555-0101,1002\r\nAna Torres,ana@example.com,,\r\n';

const COLUMNS = [
  { column: 'name', needed: true, help: customerImportMessages.nameHelp },
  { column: 'email', needed: true, help: customerImportMessages.emailHelp },
  { column: 'phone', needed: false, help: customerImportMessages.phoneHelp },
  { column: 'id', needed: false, help: customerImportMessages.idHelp },
] as const;

/** Lists the columns of a file, with an example to download. */
function NeededColumns(): JSX.Element {
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
