import { Paper, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { dayText } from '../ui/value-words.js';
import { CodeField, LinkField } from './copy-fields.js';
import { offerLines } from './offer-lines.js';
import classes from './portal.module.css';
import { ShareButton, ShareChannels, useInvitation } from './share.js';
import { type MyCode, useMoneyText, useRewardText } from './use-portal-data.js';

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

/** Shows what both sides get, and in smaller type what stands in the way of it. */
function Offer({ code }: { code: MyCode }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const reward = useRewardText();
  const money = useMoneyText();
  const [offer, ...notes] = offerLines(code, { reward, money, day: (moment) => dayText(moment, locale) });
  return (
    <>
      <Text mt={4} size="lg">
        {say(offer.message, offer.values)}
      </Text>
      {notes.length > 0 && (
        <Text mt={4} size="sm" c="dimmed">
          {notes.map(({ message, values }) => say(message, values)).join(' ')}
        </Text>
      )}
    </>
  );
}
