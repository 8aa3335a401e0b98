import { Anchor, Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { decisionMessages, heldMessages, referralsMessages } from '../../messages/referrals.js';
import { dayText } from '../../ui/value-words.js';
import classes from './held-referral.module.css';
import { useOpenReferral } from './use-open-referral.js';

interface Props {
  readonly review: Schemas['ReviewAnswer'];
  readonly onDecide: (kind: 'release' | 'reject') => void;
}

/** A referral that was held: why, and the two ways on. */
export function HeldReferral({ review, onDecide }: Props): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { linkTo } = useOpenReferral();
  const { referral_id, referrer_name, referee_name, held_by, created_at } = review;
  const names = say(referralsMessages.openReferral, { referee: referee_name, referrer: referrer_name });
  const reasons = new Intl.ListFormat(locale).format(held_by.map((rule) => say(heldMessages[rule])));
  const button = (kind: 'release' | 'reject'): JSX.Element => (
    <Button
      variant="default"
      size="xs"
      aria-label={`${say(decisionMessages[kind])}: ${names}`}
      onClick={() => {
        onDecide(kind);
      }}
    >
      {say(decisionMessages[kind])}
    </Button>
  );
  return (
    <Group className={classes.held} justify="space-between" gap="sm">
      <div className={classes.words}>
        <Anchor component={Link} {...linkTo(referral_id)} size="sm" fw={550}>
          {names}
        </Anchor>
        <Text size="xs" c="dimmed">
          {dayText(created_at, locale)} · {say(heldMessages.because, { reasons })}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {button('release')}
        {button('reject')}
      </Group>
    </Group>
  );
}
