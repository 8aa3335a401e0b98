import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { owedMessages } from '../../messages/overview.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText } from '../../ui/value-words.js';
import { ageText } from './age-words.js';
import classes from './owed.module.css';
import type { Liability } from './use-overview.js';

/** Each age with its part of the whole. */
export function CreditByAge({
  ages,
  total,
}: {
  ages: Liability['outstanding_credit'];
  total: number;
}): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  return (
    <dl className={classes.ages}>
      {ages.map((age) => (
        <div key={age.from_days}>
          <dt>{ageText(age, locale)}</dt>
          <dd>
            <Text span inherit fw={500}>
              {centsText(age.cents, currency, locale)}
            </Text>
            <Text span inherit c="dimmed">
              {' · '}
              {say(owedMessages.grants, { count: age.count })}
            </Text>
          </dd>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
            <rect width={(age.cents * 100) / total} height="1" />
          </svg>
        </div>
      ))}
    </dl>
  );
}
