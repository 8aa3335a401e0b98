import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { Versioned } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';
import { useSay } from '../i18n/locale-context.js';
import { conflictMessages } from '../messages/conflict.js';

/** A field that somebody else has saved with another value. */
export interface Difference {
  readonly what: string;
  readonly theirs: string;
  readonly yours: string;
}

/** Returns what somebody else has saved meanwhile, if a save was refused for that; otherwise null. */
export const conflictOf = <State,>(error: Error | null): Versioned<State> | null =>
  error instanceof ProblemError && error.code === 'version_conflict'
    ? { state: error.current as State, etag: error.etag }
    : null;

interface Props {
  readonly differences: readonly Difference[];
  readonly onLoadTheirs: () => void;
  readonly onSaveMine: () => void;
}

/** Shows what somebody else has saved beside what is about to be saved, and asks which of them counts. */
export function Conflict({ differences, onLoadTheirs, onSaveMine }: Props): JSX.Element {
  const say = useSay();
  return (
    <Stack gap="sm">
      <Text size="sm">{say(conflictMessages.notSaved)}</Text>
      {differences.length > 0 && (
        <Table aria-label={say(conflictMessages.differences)} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say(conflictMessages.field)}</Table.Th>
              <Table.Th scope="col">{say(conflictMessages.theirs)}</Table.Th>
              <Table.Th scope="col">{say(conflictMessages.yours)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map(({ what, theirs, yours }) => (
              <Table.Tr key={what}>
                <Table.Th scope="row">{what}</Table.Th>
                <Table.Td>{theirs}</Table.Td>
                <Table.Td>{yours}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onLoadTheirs} autoFocus data-autofocus>
          {say(conflictMessages.loadTheirs)}
        </Button>
        <Button onClick={onSaveMine}>{say(conflictMessages.saveMine)}</Button>
      </Group>
    </Stack>
  );
}
