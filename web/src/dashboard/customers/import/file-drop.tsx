import { FileButton, Button, Stack, Text } from '@mantine/core';
import { type DragEvent, type JSX, useState } from 'react';
import { useSay } from '../../../i18n/locale-context.js';
import { customerImportMessages } from '../../../messages/customer-import.js';
import classes from './import.module.css';

/** Where a file is dropped, or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }): JSX.Element {
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
