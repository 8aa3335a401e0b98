import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { budgetMessages as m } from '../../messages/settings.js';
import { useTenant } from '../../session/tenant-context.js';
import { Card } from '../../ui/card.js';
import { dayAfter } from '../../ui/limit-period.js';
import { centsText, dayText } from '../../ui/value-words.js';
import { useProgram } from '../use-program.js';
import styles from './settings.module.css';
import { useBudgetUse } from './settings.queries.js';

/** Shows how much of the saved budget is used this month; nothing without a budget. */
export function BudgetCard(): JSX.Element | null {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { data: saved } = useProgram();
  const limit = saved?.referral_budget_cents ?? null;
  const { data: use } = useBudgetUse(limit);
  if (limit === null || use === undefined || use === null) return null;
  const { period, used_cents, limit_cents, left_cents } = use;
  const money = (cents: number): string => centsText(cents, currency, locale);
  return (
    <Card title={say(m.title)}>
      <div>
        <Text size="xl" fw={700} lh={1.2}>
          {say(m.left, { amount: money(left_cents) })}
        </Text>
        <div className={styles.meter} aria-hidden>
          <div
            style={{ width: `${limit_cents === 0 ? 100 : Math.min(100, (100 * used_cents) / limit_cents)}%` }}
          />
        </div>
        <Text size="sm" c="dimmed">
          {say(m.used, { used: money(used_cents), limit: money(limit_cents) })}
        </Text>
        {left_cents === 0 && (
          <Text size="sm" mt={4}>
            {say(m.usedUp, { day: dayText(dayAfter(period) ?? period, locale) })}
          </Text>
        )}
      </div>
    </Card>
  );
}
