import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { costMessages } from '../../messages/cost-preview.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText } from '../../ui/value-words.js';
import type { Preview } from './program-api.js';
import styles from './settings.module.css';

/** What each side costs: as saved, as typed, and how far they are apart. */
export function CostTable({ preview: { current, proposed } }: { preview: Preview }): JSX.Element {
  const say = useSay();
  const rows = [
    { side: costMessages.referrers, saved: current.referrer.cost_cents, typed: proposed.referrer.cost_cents },
    { side: costMessages.referees, saved: current.referee.cost_cents, typed: proposed.referee.cost_cents },
    { side: costMessages.total, saved: current.cost_cents, typed: proposed.cost_cents },
  ];
  return (
    <Table
      className={styles.table}
      verticalSpacing={6}
      horizontalSpacing={3}
      aria-label={say(costMessages.table)}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say(costMessages.side)}</Table.Th>
          <Table.Th scope="col">{say(costMessages.saved)}</Table.Th>
          <Table.Th scope="col">{say(costMessages.typed)}</Table.Th>
          <Table.Th scope="col">{say(costMessages.difference)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ side, saved, typed }) => (
          <Table.Tr key={side.en}>
            <Table.Th scope="row">{say(side)}</Table.Th>
            <Money cents={saved} />
            <Money cents={typed} />
            <Money cents={typed - saved} signed />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Money({ cents, signed = false }: { cents: number; signed?: boolean }): JSX.Element {
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const sign = signed && cents > 0 ? '+' : '';
  return <Table.Td>{sign + centsText(cents, currency, locale)}</Table.Td>;
}
