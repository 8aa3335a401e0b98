import { Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { CodeField, LinkField } from './copy-fields.js';
import classes from './portal.module.css';
import { ShareButton, ShareChannels, useInvitation } from './share.js';
import { type MyCode, useRewardText } from './use-portal-data.js';

/** Shows the offer, the code, the link and the ways to share it. */
export function InviteCard({ code, inFrame }: { code: MyCode; inFrame: boolean }): JSX.Element {
  const say = useSay();
  const invitation = useInvitation(code);
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            {say(m.invite)}
          </Title>
          <Offer code={code} />
        </div>
        <CodeField code={code.referral_code} />
        <LinkField url={code.enrollment_url} />
        <div className={inFrame ? undefined : classes.deskOnly}>
          <ShareButton invitation={invitation} />
        </div>
        <ShareChannels invitation={invitation} />
      </Stack>
    </Paper>
  );
}

function Offer({ code }: { code: MyCode }): JSX.Element {
  const say = useSay();
  const reward = useRewardText();
  const friend = { type: code.referee_reward_type, value: code.referee_reward_value };
  const mine = { type: code.referrer_reward_type, value: code.referrer_reward_value };
  const message = offerMessage(friend.value > 0, mine.value > 0);
  return (
    <Text mt={4} size="lg">
      {say(message, { friend: reward(friend), mine: reward(mine) })}
    </Text>
  );
}

function offerMessage(friendGets: boolean, youGet: boolean): (typeof m)[keyof typeof m] {
  if (friendGets) return youGet ? m.bothGet : m.friendGets;
  return youGet ? m.youGet : m.nobodyGets;
}
