import { Divider, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { owedMessages } from '../../messages/overview.js';
import { useTenant } from '../../session/tenant-context.js';
import { Card, CardSkeleton } from '../../ui/card.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { centsText } from '../../ui/value-words.js';
import { ageText, discountsText } from './overview-words.js';
import overview from './overview.module.css';
import { type Liability, useLiability } from './use-overview.js';

/** Shows what the business owes its customers today. */
function Owed({ liability }: { liability: Liability }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { outstanding_credit: credit, unused_discounts: discounts } = liability;
  const total = credit.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <Card title={say(owedMessages.title)} lead={say(owedMessages.note)} className={overview.half}>
      {total === 0 ? (
        <Text>{say(owedMessages.none)}</Text>
      ) : (
        <>
          <Text fz={32} lh={1.2} fw={650}>
            {centsText(total, currency, locale)}
          </Text>
          <CreditByAge ages={credit} total={total} />
        </>
      )}
      <Divider />
      <UnusedDiscounts discounts={discounts} />
    </Card>
  );
}

function UnusedDiscounts({ discounts }: { discounts: Liability['unused_discounts'] }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const ages = discounts
    .map((age) => ({ age: ageText(age, locale), text: discountsText(age, currency, locale) }))
    .filter(({ text }) => text !== '');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {say(owedMessages.discounts)}
      </Title>
      {ages.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say(owedMessages.noDiscounts)}
        </Text>
      ) : (
        <dl className={overview.ages}>
          {ages.map(({ age, text }) => (
            <div key={age} className={overview.discount}>
              <dt>{age}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Stack>
  );
}

/** Shows the credit of each age and its share of the total. */
function CreditByAge({ ages, total }: { ages: Liability['outstanding_credit']; total: number }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  return (
    <dl className={overview.ages}>
      {ages.map((age) => (
        <div key={age.from_days}>
          <dt>{ageText(age, locale)}</dt>
          <dd>
            <Text span inherit fw={500}>
              {centsText(age.cents, currency, locale)}
            </Text>
            <Text span inherit c="dimmed">
              {' · '}
              {say(owedMessages.grants, { count: age.count })}
            </Text>
          </dd>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
            <rect width={(age.cents * 100) / total} height="1" />
          </svg>
        </div>
      ))}
    </dl>
  );
}

/** Fetches what is owed separately, because it does not depend on the period. */
export function OwedCard(): JSX.Element {
  const { data, error, refetch } = useLiability();
  if (data !== undefined) return <Owed liability={data} />;
  if (error === null) return <CardSkeleton height={320} className={overview.half} />;
  return (
    <div className={overview.half}>
      <ErrorNotice error={error} onRetry={refetch} />
    </div>
  );
}
