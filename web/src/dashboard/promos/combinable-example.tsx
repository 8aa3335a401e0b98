import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { promoMessages } from '../../messages/promos.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText, type Value, valueText } from '../../ui/value-words.js';
import { useProgram } from '../use-program.js';
import { exampleSubtotal } from './promo-form-values.js';
import classes from './promos.module.css';
import { type ExampleDiscount, type ExampleLine, stackingExample } from './stacking-example.js';

/** Used when the program gives friends nothing, or is off. */
const SOME_REFERRAL: Value = { type: 'discount_percent', value: 10 };

interface Props {
  /** Null: not typed yet. */
  readonly promo: Value | null;
  readonly combinable: boolean;
}

/** Shows the effect of the switch on an invoice, with the tenant's own reward for friends. */
export function CombinableExample({ promo, combinable }: Props): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  const referral = useFriendsReward();
  if (promo === null) {
    return (
      <Text size="sm" c="dimmed" className={classes.example}>
        {say(promoMessages.exampleWaits)}
      </Text>
    );
  }
  const subtotal = exampleSubtotal(currency);
  const money = (cents: number): string => centsText(cents, currency, locale);
  const alone: ExampleDiscount[] = [{ source: 'promo', ...promo }];
  const without = stackingExample(subtotal, alone, currency.digits);
  const together = stackingExample(
    subtotal,
    [...alone, { source: 'referral', ...referral }],
    currency.digits,
  );
  const shown = combinable ? together : without;
  const reward = valueText(referral, currency, locale);
  return (
    <Stack gap="xs" className={classes.example} role="group" aria-label={say(promoMessages.example)}>
      <Text size="sm" c="dimmed">
        {say(promoMessages.exampleLead, { amount: money(subtotal), reward })}
      </Text>
      <dl className={classes.lines}>
        {shown.lines.map((line) => (
          <DiscountLine key={line.source} line={line} />
        ))}
        {!combinable && (
          <div>
            <dt className={classes.dropped}>{say(promoMessages.referralLine, { discount: reward })}</dt>
            <dd className={classes.dropped}>{say(promoMessages.dropped)}</dd>
          </div>
        )}
        <div>
          <dt className={classes.total}>{say(promoMessages.toPay)}</dt>
          <dd className={classes.total}>
            <span role="status">{money(shown.totalCents)}</span>
          </dd>
        </div>
      </dl>
      <Text size="sm" c="dimmed">
        {combinable
          ? say(promoMessages.ifNot, { total: money(without.totalCents) })
          : say(promoMessages.ifCombined, { total: money(together.totalCents) })}
      </Text>
    </Stack>
  );
}

function DiscountLine({ line }: { line: ExampleLine }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  const discount = valueText(line, currency, locale);
  const message = line.source === 'promo' ? promoMessages.promoLine : promoMessages.referralLine;
  return (
    <div>
      <dt>{say(message, { discount })}</dt>
      <dd>{`−${centsText(line.amountCents, currency, locale)}`}</dd>
    </div>
  );
}

/** Returns what a friend gets for a referral. */
function useFriendsReward(): Value {
  const { data } = useProgram();
  const reward: Value | null = data
    ? { type: data.referral_reward_referee_type, value: data.referral_reward_referee_value }
    : null;
  return reward !== null && data?.referral_enabled === true && reward.value > 0 ? reward : SOME_REFERRAL;
}
