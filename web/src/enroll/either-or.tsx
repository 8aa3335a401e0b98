import { Button, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { enrollMessages } from '../messages/enroll.js';
import type { Interaction } from './interaction.js';
import classes from './prices.module.css';
import { useWords } from './use-words.js';

type Props = Extract<Interaction, { kind: 'either' }> & { readonly onDropPromo: () => void };

/** A promo that excludes the invitation: both prices side by side, what will happen, and the way to choose. */
export function EitherOr({
  billCents,
  withPromoCents,
  withInvitationCents,
  counts,
  onDropPromo,
}: Props): JSX.Element {
  const { say, money } = useWords();
  return (
    <section className={classes.panel}>
      <Title order={2} size="h5">
        {say(enrollMessages.notCombinable)}
      </Title>
      <Text size="sm" c="dimmed">
        {say(enrollMessages.onExample, { amount: money(billCents) })}
      </Text>
      <dl className={classes.choices}>
        <div className={classes.chosen}>
          <dt>{say(enrollMessages.withPromo)}</dt>
          <dd>{money(withPromoCents)}</dd>
          <dd className={classes.note}>{say(enrollMessages.asItIs)}</dd>
        </div>
        <div className={classes.other}>
          <dt>{say(enrollMessages.withInvitation)}</dt>
          <dd>{money(withInvitationCents)}</dd>
          <dd className={classes.note}>{say(enrollMessages.instead)}</dd>
        </div>
      </dl>
      <Text size="sm">
        {say(counts ? enrollMessages.notCombinableCounts : enrollMessages.notCombinableWill)}
      </Text>
      <Button variant="default" size="md" fullWidth mt="sm" className={classes.drop} onClick={onDropPromo}>
        {say(enrollMessages.dropPromo)}
      </Button>
    </section>
  );
}
