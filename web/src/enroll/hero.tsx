import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';
import { useTenant } from '../session/tenant-context.js';
import { valueText } from '../ui/value-words.js';
import classes from './card.module.css';
import type { Invitation, Promo } from './use-codes.js';

interface Props {
  readonly invitation: Invitation | null;
  /** A promo that excludes the invitation's reward. */
  readonly inPlace: Promo | null;
}

/** Shows who invites and what the friend gets. Always two lines high, so that the page does not jump. */
export function Hero({ invitation, inPlace }: Props): JSX.Element {
  const say = useSay();
  const { name: tenant } = useTenant();
  return (
    <div className={classes.hero}>
      <Title order={1} size={26} lh={1.25}>
        {invitation === null
          ? say(enrollMessages.title, { tenant })
          : invitation.from === null
            ? say(enrollMessages.youAreInvitedTo, { tenant })
            : say(enrollMessages.invitesYouTo, { name: invitation.from, tenant })}
      </Title>
      <Offer invitation={invitation} inPlace={inPlace} />
    </div>
  );
}

function Offer({ invitation, inPlace }: Props): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  if (invitation === null || invitation.reward.value === 0)
    return <Text mt={8}>{say(enrollMessages.subtitle)}</Text>;
  const value = valueText(invitation.reward, currency, locale);
  return (
    <Text mt={8} fw={550}>
      {inPlace === null
        ? say(enrollMessages.youGet, { value })
        : say(enrollMessages.youGetInstead, {
            promo: valueText(inPlace.discount, currency, locale),
            invitation: value,
          })}
    </Text>
  );
}
