import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { customerMessages } from '../../messages/customers.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText, dayText } from '../../ui/value-words.js';
import { useCreditOf } from './customer.queries.js';
import classes from './customers.module.css';
import { Section } from './section.js';

/** What a customer has on account: all of it, and each grant with what is left of it and until when. */
export function CreditSection({ customerId }: { customerId: string }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  const money = (cents: number): string => centsText(cents, currency, locale);
  return (
    <Section title={say(customerMessages.credit)} query={useCreditOf(customerId)}>
      {({ balance_cents, lots }) =>
        lots.length === 0 ? (
          <Text c="dimmed" size="sm">
            {say(customerMessages.noCredit)}
          </Text>
        ) : (
          <>
            <Text size="xl" fw={650} className={classes.figures}>
              {money(balance_cents)}
            </Text>
            <ul className={classes.entries}>
              {lots.map(({ id, granted_cents, remaining_cents, expires_at }) => (
                <li key={id}>
                  <span className={classes.figures}>
                    {say(customerMessages.lotLeft, {
                      left: money(remaining_cents),
                      granted: money(granted_cents),
                    })}
                  </span>
                  <Text span size="sm" c="dimmed">
                    {expires_at === null
                      ? say(customerMessages.lotStays)
                      : say(customerMessages.lotExpires, { day: dayText(expires_at, locale) })}
                  </Text>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Section>
  );
}
