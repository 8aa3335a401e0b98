import { Group, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { costMessages } from '../../messages/cost-preview.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText } from '../../ui/value-words.js';
import styles from './cost.module.css';
import type { Preview } from './settings.queries.js';

/** Draws the saved and the new cost as bars. The table below has the same figures. */
export function CostBars({ preview: { current, proposed } }: { preview: Preview }): JSX.Element | null {
  const say = useSay();
  const most = Math.max(current.cost_cents, proposed.cost_cents);
  if (most === 0) return null;
  return (
    <div aria-hidden data-testid="cost-bars">
      <Bar label={say(costMessages.saved)} replay={current} most={most} />
      <Bar label={say(costMessages.typed)} replay={proposed} most={most} />
      <Group gap="md" mt="xs">
        <Text size="xs" c="dimmed" className={styles.key} data-side="referrer">
          {say(costMessages.referrers)}
        </Text>
        <Text size="xs" c="dimmed" className={styles.key} data-side="referee">
          {say(costMessages.referees)}
        </Text>
      </Group>
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly replay: Preview['current'];
  /** The value of the longest bar. */
  readonly most: number;
}

function Bar({ label, replay, most }: BarProps): JSX.Element {
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const widthOf = (cents: number): string => `${(100 * cents) / most}%`;
  return (
    <div className={styles.barRow}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{label}</Text>
        <Text size="sm" fw={600} className={styles.figures ?? ''}>
          {centsText(replay.cost_cents, currency, locale)}
        </Text>
      </Group>
      <div className={styles.track}>
        <div data-side="referrer" style={{ width: widthOf(replay.referrer.cost_cents) }} />
        <div data-side="referee" style={{ width: widthOf(replay.referee.cost_cents) }} />
      </div>
    </div>
  );
}

/** Shows each side's cost: saved, new and the difference. */
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
