import { Button, Group, Paper, Skeleton, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type JSX, type ReactNode, useRef } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { listMessages } from '../messages/dashboard.js';
import { ErrorNotice } from './error-notice.js';
import classes from './list-view.module.css';
import type { CursorList } from './use-cursor-list.js';

/** A column of the table on a wide screen. */
export interface Column<Item> {
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** A width such as `20%`; absent: a share of the rest. */
  readonly width?: string | number;
  /** `right` for numbers. */
  readonly align?: 'right';
}

interface Props<Item> {
  /** The accessible name of the list. */
  readonly label: string;
  readonly list: CursorList<Item>;
  readonly keyOf: (item: Item) => string;
  readonly columns: readonly Column<Item>[];
  /** The content of a card: on a phone, the list shows cards instead of a table. */
  readonly card: (item: Item) => ReactNode;
  /** Shown instead of an empty list. */
  readonly empty: ReactNode;
}

/** On a narrower screen, the menu leaves no room for a table. */
const NARROW = '(max-width: 62em)';

/** Shows a list with pages, and its loading, failed and empty states. A `RowLink` in a row or card opens the entry. */
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

interface ListPagerProps {
  readonly list: Pick<CursorList<unknown>, 'pageNumber' | 'previous' | 'next' | 'stale'>;
  /** Called when another page is requested. */
  readonly onTurn?: () => void;
}

/** Shows the buttons for the previous and next page; nothing if there is only one page. */
function ListPager({ list, onTurn }: ListPagerProps): JSX.Element | null {
  const say = useSay();
  const { pageNumber, previous, next, stale } = list;
  if (pageNumber === 1 && next === null && !stale) return null;
  const turn = (to: (() => void) | null) => (): void => {
    if (to === null) return;
    to();
    onTurn?.();
  };
  return (
    <Group component="nav" aria-label={say(listMessages.pages)} justify="space-between" wrap="nowrap">
      <PageButton label={say(commonMessages.previous)} off={previous === null} onClick={turn(previous)} />
      <Text size="sm" c="dimmed">
        {say(listMessages.page, { number: pageNumber })}
      </Text>
      <PageButton label={say(commonMessages.next)} off={next === null} onClick={turn(next)} />
    </Group>
  );
}

/** Shows a button that keeps the focus when it is turned off, unlike `disabled`. */
function PageButton(props: { label: string; off: boolean; onClick: () => void }): JSX.Element {
  return (
    <Button
      variant="default"
      data-disabled={props.off || undefined}
      aria-disabled={props.off}
      onClick={props.onClick}
    >
      {props.label}
    </Button>
  );
}

const ROWS = Array.from({ length: 8 }, (_, at) => at);
const CARDS = ROWS.slice(0, 4);

/** Shows a placeholder while the first page of a list loads. */
function ListSkeleton({ narrow, columns }: { narrow: boolean; columns: number }): JSX.Element {
  const say = useSay();
  return (
    <div role="status" aria-label={say(commonMessages.loading)}>
      {narrow ? <SkeletonCards /> : <SkeletonRows columns={columns} />}
    </div>
  );
}

const SkeletonCards = (): JSX.Element => (
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

const SkeletonRows = ({ columns }: { columns: number }): JSX.Element => (
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
