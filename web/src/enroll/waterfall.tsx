import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { enrollMessages } from '../messages/enroll.js';
import type { Interaction } from './interaction.js';
import classes from './prices.module.css';
import { useWords } from './use-words.js';

/** Both codes on an example: what each takes off, one after the other, and what is left. */
export function Waterfall({
  billCents,
  lines,
  totalCents,
}: Extract<Interaction, { kind: 'combined' }>): JSX.Element {
  const { say, value, money } = useWords();
  return (
    <section className={classes.panel}>
      <Title order={2} size="h5">
        {say(enrollMessages.combined)}
      </Title>
      <Text size="sm" c="dimmed">
        {say(enrollMessages.onExample, { amount: money(billCents) })}
      </Text>
      <dl className={classes.lines}>
        <div className={classes.line}>
          <dt>{say(enrollMessages.bill)}</dt>
          <dd>{money(billCents)}</dd>
        </div>
        {lines.map((line) => (
          <div key={line.source} className={classes.line}>
            <dt>
              {say(line.source === 'promo' ? enrollMessages.promoLine : enrollMessages.invitationLine, {
                value: value(line),
              })}
            </dt>
            <dd>{money(-line.amount_cents)}</dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>{say(enrollMessages.youPay)}</dt>
          <dd>{money(totalCents)}</dd>
        </div>
      </dl>
    </section>
  );
}
