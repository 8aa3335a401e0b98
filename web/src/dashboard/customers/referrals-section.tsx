import { Anchor, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { customerMessages } from '../../messages/customers.js';
import { ReferralStatusBadge } from '../../ui/status-badge.js';
import { dayText } from '../../ui/value-words.js';
import { type Customer, useReferralsOf } from './customer.queries.js';
import classes from './customers.module.css';
import { Section } from './section.js';

/** Whom a customer referred. */
export function ReferralsSection({ customer: { id } }: { customer: Customer }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  return (
    <Section title={say(customerMessages.referrals)} query={useReferralsOf(id)}>
      {(referrals) =>
        referrals.length === 0 ? (
          <Text c="dimmed" size="sm">
            {say(customerMessages.noReferrals)}
          </Text>
        ) : (
          <>
            <ul className={classes.entries}>
              {referrals.map((referral) => (
                <li key={referral.id}>
                  <div>
                    <Text size="sm" className={classes.name}>
                      {referral.referee_name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {dayText(referral.created_at, locale)}
                    </Text>
                  </div>
                  <ReferralStatusBadge status={referral.status} />
                </li>
              ))}
            </ul>
            <Anchor component={Link} to={`/customers/referrals?referrer_customer_id=${id}`} size="sm">
              {say(customerMessages.allReferrals)}
            </Anchor>
          </>
        )
      }
    </Section>
  );
}
