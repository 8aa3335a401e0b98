import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { costMessages } from '../../messages/cost-preview.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText } from '../../ui/value-words.js';
import type { Preview } from './program-api.js';
import styles from './settings.module.css';

/** Saved and new as two bars, each of both sides. A picture only: the table below says the same. */
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
  /** What the longest bar stands for. */
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
