import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';
import { centsText, dayText } from '../ui/value-words.js';
import { ExpandableList } from './expandable-list.js';
import { Card } from '../ui/card.js';
import classes from './portal.module.css';
import { type MyCredit, useMyCredit } from './use-portal-data.js';

type Entry = MyCredit['entries'][number];

/** Lists the entries of the customer's credit, newest first; shows nothing if there are none. */
export function CreditStatement(): JSX.Element | null {
  const say = useSay();
  const { data, error, isFetchNextPageError, hasNextPage, fetchNextPage, isFetchingNextPage } = useMyCredit();
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  if (entries.length === 0) return null;
  return (
    <Card title={say(m.statement)}>
      <ExpandableList
        items={entries.map((entry) => ({ key: entry.id, content: <Row entry={entry} /> }))}
        more={hasNextPage ? fetchNextPage : null}
        fetching={isFetchingNextPage}
        error={isFetchNextPageError ? error : null}
      />
    </Card>
  );
}

function Row({ entry }: { entry: Entry }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { amount_cents, balance_cents, created_at, invoice_id } = entry;
  const amount = centsText(Math.abs(amount_cents), currency, locale);
  return (
    <>
      <div>
        <Text fw={600}>{say(kindMessage(entry), { invoice: invoice_id ?? '' })}</Text>
        <Text size="sm" c="dimmed">
          {dayText(created_at, locale)}
        </Text>
      </div>
      <div className={classes.outcome}>
        <Text fw={600} className={classes.number}>
          {amount_cents < 0 ? `−${amount}` : `+${amount}`}
        </Text>
        <Text size="sm" c="dimmed" className={classes.number}>
          {say(m.balanceAfter, { amount: centsText(balance_cents, currency, locale) })}
        </Text>
      </div>
    </>
  );
}

function kindMessage({ kind, invoice_id }: Entry): Message {
  return kind === 'capture' && invoice_id === null ? m.captureUnnamed : m[kind];
}
