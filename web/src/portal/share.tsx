import { Button, Group, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';
import { CopyFeedback } from './copy-fields.js';
import { ChatIcon, CheckIcon, CopyIcon, MailIcon, MessageIcon, ShareIcon } from './icons.js';
import { shareLinks } from './share-links.js';
import { useCopy } from './use-copy.js';
import { type MyCode, useMoneyText, useRewardText } from './use-portal-data.js';

/** Shares the invitation by the device's share dialog, or copies it if there is none. */
export function ShareButton({ invitation }: { invitation: Invitation }): JSX.Element {
  const say = useSay();
  const { subject, text } = invitation;
  const { copied, copy } = useCopy(text, () => null);
  const data: ShareData = { title: subject, text };
  const canShare = typeof navigator.canShare === 'function' && navigator.canShare(data);
  const share = async (): Promise<void> => {
    try {
      await navigator.share(data);
    } catch (error) {
      if (!isCalledOff(error)) copy();
    }
  };
  return (
    <div>
      <Button
        fullWidth
        size="md"
        onClick={canShare ? () => void share() : copy}
        leftSection={<MainIcon canShare={canShare} copied={copied === 'yes'} />}
      >
        {say(copied === 'yes' ? m.invitationCopied : canShare ? m.share : m.copyInvitation)}
      </Button>
      <CopyFeedback copied={copied} done={m.invitationCopied} />
    </div>
  );
}

function MainIcon({ canShare, copied }: { canShare: boolean; copied: boolean }): JSX.Element {
  if (copied) return <CheckIcon />;
  return canShare ? <ShareIcon /> : <CopyIcon />;
}

/** Tells whether the user closed the share dialog, which is not an error. */
const isCalledOff = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Links to prepared messages in WhatsApp, SMS and e-mail. */
export function ShareChannels({ invitation }: { invitation: Invitation }): JSX.Element {
  const say = useSay();
  const id = useId();
  const { whatsapp, sms, email } = shareLinks(invitation.subject, invitation.text);
  const channels = [
    { name: say(m.whatsapp), href: whatsapp, icon: <ChatIcon />, target: '_blank' },
    { name: say(m.sms), href: sms, icon: <MessageIcon /> },
    { name: say(m.email), href: email, icon: <MailIcon /> },
  ];
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6} id={id}>
        {say(m.shareBy)}
      </Text>
      <Group gap="xs" role="group" aria-labelledby={id}>
        {channels.map(({ name, href, icon, target }) => (
          <Button
            key={name}
            component="a"
            href={href}
            target={target}
            rel="noreferrer"
            variant="default"
            size="sm"
            px="sm"
            flex="1 1 auto"
            leftSection={icon}
          >
            {name}
          </Button>
        ))}
      </Group>
    </div>
  );
}

/** The message that a customer sends to a friend. */
export interface Invitation {
  readonly subject: string;
  /** Names the business and what the friend gets, and ends with the link. */
  readonly text: string;
  readonly url: string;
}

export function useInvitation(code: MyCode): Invitation {
  const say = useSay();
  const { name: tenant } = useTenant();
  const rewardText = useRewardText();
  const money = useMoneyText();
  const {
    referee_reward_type: type,
    referee_reward_value: value,
    enrollment_url: url,
    min_invoice_cents: minimum,
  } = code;
  const values = { tenant, link: url, reward: rewardText({ type, value }) };
  const text =
    value === 0
      ? say(m.shareTextPlain, values)
      : minimum === undefined
        ? say(m.shareText, values)
        : say(m.shareTextMinimum, { ...values, minimum: money(minimum) });
  return { subject: say(m.shareSubject, { tenant }), text, url };
}
