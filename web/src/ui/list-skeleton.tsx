import { Paper, Skeleton, Stack, Table } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import classes from './list-view.module.css';

const ROWS = Array.from({ length: 8 }, (_, at) => at);
const CARDS = ROWS.slice(0, 4);

/** The shape of a list while its first page is fetched. */
export function ListSkeleton({ narrow, columns }: { narrow: boolean; columns: number }): JSX.Element {
  const say = useSay();
  return (
    <div role="status" aria-label={say(commonMessages.loading)}>
      {narrow ? <Cards /> : <Rows columns={columns} />}
    </div>
  );
}

const Cards = (): JSX.Element => (
  <div className={classes.cards}>
    {CARDS.map((card) => (
      <Paper key={card} withBorder p="md">
        <Stack gap="sm">
          <Skeleton h={16} w="40%" />
          <Skeleton h={14} w="70%" />
          <Skeleton h={14} w="60%" />
        </Stack>
      </Paper>
    ))}
  </div>
);

const Rows = ({ columns }: { columns: number }): JSX.Element => (
  <Paper withBorder className={classes.frame}>
    <Table layout="fixed" role="presentation">
      <Table.Tbody>
        {ROWS.map((row) => (
          <Table.Tr key={row} className={classes.row}>
            {Array.from({ length: columns }, (_, column) => (
              <Table.Td key={column}>
                <Skeleton h={14} mb={6} w="75%" />
                <Skeleton h={12} w="50%" />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Paper>
);
