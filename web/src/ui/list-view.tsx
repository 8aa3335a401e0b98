import { Paper, Stack, Table, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type JSX, type ReactNode, useRef } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { listMessages } from '../messages/list.js';
import { ErrorNotice } from './error-notice.js';
import { ListPager } from './list-pager.js';
import { ListSkeleton } from './list-skeleton.js';
import classes from './list-view.module.css';
import type { CursorList } from './use-cursor-list.js';

/** A column of the table on a desk. */
export interface Column<Item> {
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** Such as `20%`; absent: a share of what is left. */
  readonly width?: string | number;
  /** Numbers stand on the right. */
  readonly align?: 'right';
}

interface Props<Item> {
  /** What the list is of, for those who can't see it. */
  readonly label: string;
  readonly list: CursorList<Item>;
  readonly keyOf: (item: Item) => string;
  readonly columns: readonly Column<Item>[];
  /** What a card holds: a list is a table on a desk, and cards on a phone. */
  readonly card: (item: Item) => ReactNode;
  /** In place of the list when there is nothing in it. */
  readonly empty: ReactNode;
}

/** Narrower than this, the menu leaves a table no room. */
const NARROW = '(max-width: 62em)';

/** A list with its pages: while it loads, when it failed, when it is empty. A `RowLink` in a row or card opens the entry. */
export function ListView<Item>({ label, list, keyOf, columns, card, empty }: Props<Item>): JSX.Element {
  const say = useSay();
  const top = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const { items, error, stale, pageNumber } = list;
  if (error !== null) return <ErrorNotice error={error} onRetry={list.retry} />;
  if (items === undefined) return <ListSkeleton narrow={narrow} columns={columns.length} />;
  if (items.length === 0 && pageNumber === 1) return <>{empty}</>;
  return (
    <Stack gap="md" ref={top}>
      <VisuallyHidden role="status">
        {stale ? '' : say(listMessages.shown, { number: pageNumber, count: items.length })}
      </VisuallyHidden>
      <div className={stale ? classes.stale : undefined} aria-busy={stale}>
        {narrow ? (
          <ul className={classes.cards} aria-label={label}>
            {items.map((item) => (
              <Paper key={keyOf(item)} component="li" withBorder p="md" className={classes.card}>
                {card(item)}
              </Paper>
            ))}
          </ul>
        ) : (
          <Rows label={label} items={items} keyOf={keyOf} columns={columns} />
        )}
      </div>
      <ListPager list={list} onTurn={() => top.current?.scrollIntoView({ block: 'nearest' })} />
    </Stack>
  );
}

function Rows<Item>({
  label,
  items,
  keyOf,
  columns,
}: Pick<Props<Item>, 'label' | 'keyOf' | 'columns'> & { items: readonly Item[] }): JSX.Element {
  return (
    <Paper withBorder className={classes.frame}>
      <Table layout="fixed" aria-label={label}>
        <Table.Thead>
          <Table.Tr className={classes.row}>
            {columns.map(({ header, width, align }, at) => (
              <Table.Th key={at} scope="col" w={width} ta={align}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={keyOf(item)} className={classes.row}>
              {columns.map(({ cell, align }, at) => (
                <Table.Td key={at} ta={align}>
                  {cell(item)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
