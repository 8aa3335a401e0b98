import { Anchor, Button, Collapse, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { decisionMessages, heldMessages, referralsMessages } from '../../messages/referrals.js';
import { dayText } from '../../ui/value-words.js';
import { DecisionDialog, type Pending } from './decision-dialog.js';
import { useHeldReferrals } from './referral.queries.js';
import classes from './referrals.module.css';
import { useOpenReferral } from './use-open-referral.js';

/** Lists the held referrals for a decision; shows nothing if there are none or they can't be fetched. */
export function HeldNotice(): JSX.Element | null {
  const say = useSay();
  const id = useId();
  const [opened, { toggle }] = useDisclosure();
  const [deciding, setDeciding] = useState<Pending | null>(null);
  const { data } = useHeldReferrals();
  const count = data?.data.length ?? 0;
  const before = useRef(0);
  const toggler = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The pressed button is gone with its referral.
    if (count < before.current && document.activeElement === document.body) toggler.current?.focus();
    before.current = count;
  }, [count]);
  if (data === undefined || count === 0) return null;
  const title = data.has_more ? heldMessages.heldMore : heldMessages.held;
  return (
    <Paper withBorder component="section" p="md" aria-labelledby={id}>
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h5" id={id}>
          {say(title, { count })}
        </Title>
        <Button ref={toggler} variant="default" size="xs" aria-expanded={opened} onClick={toggle}>
          {say(opened ? heldMessages.hide : heldMessages.show)}
        </Button>
      </Group>
      <Collapse expanded={opened}>
        {data.data.map((review) => (
          <HeldReferral
            key={review.id}
            review={review}
            onDecide={(kind) => {
              setDeciding({ kind, id: review.id });
            }}
          />
        ))}
      </Collapse>
      <DecisionDialog
        pending={deciding}
        onClose={() => {
          setDeciding(null);
        }}
      />
    </Paper>
  );
}

interface Props {
  readonly review: Schemas['ReviewAnswer'];
  readonly onDecide: (kind: 'release' | 'reject') => void;
}

/** Shows a held referral with the reasons and both decisions. */
function HeldReferral({ review, onDecide }: Props): JSX.Element {
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
