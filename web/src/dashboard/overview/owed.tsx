import { Divider, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { owedMessages } from '../../messages/overview.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText } from '../../ui/value-words.js';
import { ageText, discountsText } from './age-words.js';
import { CreditByAge } from './credit-by-age.js';
import overview from './overview.module.css';
import classes from './owed.module.css';
import { Section } from './section.js';
import type { Liability } from './use-overview.js';

/** What the business owes its customers today. */
export function Owed({ liability }: { liability: Liability }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { outstanding_credit: credit, unused_discounts: discounts } = liability;
  const total = credit.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <Section title={say(owedMessages.title)} note={say(owedMessages.note)} className={overview.half}>
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
    </Section>
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
        <dl className={classes.ages}>
          {ages.map(({ age, text }) => (
            <div key={age} className={classes.discount}>
              <dt>{age}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Stack>
  );
}
