import { Button, Collapse, Group, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import { answer } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { heldMessages } from '../../messages/referrals.js';
import { DecisionDialog, type Pending } from './decision-dialog.js';
import { HeldReferral } from './held-referral.js';

const SHOWN = 20;

/** Referrals that rules have held until somebody decides; nothing when there are none, or when they can't be had. */
export function HeldNotice(): JSX.Element | null {
  const say = useSay();
  const api = useApi();
  const id = useId();
  const [opened, { toggle }] = useDisclosure();
  const [deciding, setDeciding] = useState<Pending | null>(null);
  const { data } = useQuery({
    queryKey: ['referrals', 'held'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/reviews', { params: { query: { status: 'open', limit: SHOWN } }, signal })),
  });
  const count = data?.data.length ?? 0;
  const before = useRef(0);
  const toggler = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has gone with what it decided.
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
