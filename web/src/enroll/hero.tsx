import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';
import { useTenant } from '../session/tenant-context.js';
import classes from './card.module.css';
import { noted } from './outcome.js';
import type { Invitation, Promo } from './use-codes.js';
import { useWords } from './use-words.js';

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

/** Shows what the friend gets, or that there is nothing at the moment. */
function Offer({ invitation, inPlace }: Props): JSX.Element {
  const { say, value, later } = useWords();
  if (invitation === null || (invitation.reward.value === 0 && !invitation.withheld))
    return <Text mt={8}>{say(enrollMessages.subtitle)}</Text>;
  const promo = inPlace === null ? '' : value(inPlace.discount);
  if (invitation.withheld) {
    const { message, values } = noted(invitation.from);
    return (
      <Text mt={8} fw={550}>
        {inPlace === null
          ? `${say(message, values)} ${say(enrollMessages.noRewardNow)}`
          : say(enrollMessages.youGetPromo, { promo })}
      </Text>
    );
  }
  const reward = later(value(invitation.reward), invitation.available, invitation.minInvoiceCents);
  return (
    <Text mt={8} fw={550}>
      {inPlace === null
        ? say(enrollMessages.youGet, { value: reward })
        : say(enrollMessages.youGetInstead, { promo, invitation: reward })}
    </Text>
  );
}
