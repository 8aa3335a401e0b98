import { Alert, Anchor, SimpleGrid, Stack } from '@mantine/core';
import { type JSX, useState } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import { Page } from '../../page.js';
import { type CustomerTable, customersIn, type Unreadable } from './customer-table.js';
import { decoded } from './decoded.js';
import { FileDrop } from './file-drop.js';
import { ImportRun } from './import-run.js';
import { NeededColumns } from './needed-columns.js';

interface Chosen {
  readonly name: string;
  readonly content: CustomerTable | Unreadable;
}

/** Customers from a file: choose, look, send. */
export default function ImportPage(): JSX.Element {
  const say = useSay();
  const [file, setFile] = useState<Chosen | null>(null);
  const choose = (chosen: File): void => {
    void chosen.arrayBuffer().then((bytes) => {
      setFile({ name: chosen.name, content: customersIn(decoded(new Uint8Array(bytes))) });
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
