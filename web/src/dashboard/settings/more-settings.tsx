import { Paper, SimpleGrid, Switch, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { termsMessages } from '../../messages/program-terms.js';
import { ChoiceField, currencyUnit, NumberField } from './program-fields.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

const QUALIFY_ON = ['enrollment', 'first_invoice', 'manual'] as const;
const ON_REFUND = ['reverse', 'keep'] as const;
const PERIODS = ['month', 'year', 'ever'] as const;
const NAMES = ['full', 'first_initial', 'first', 'hidden'] as const;

/** Edits the settings besides the rewards. Folded at first: the defaults suit most programs. */
export function MoreSettings(): JSX.Element {
  const say = useSay();
  const { draft, writing, change } = useProgramForm();
  const days = { symbol: say(termsMessages.daysUnit), before: false };
  return (
    <Paper component="details" withBorder className={styles.more}>
      <summary>
        <span>
          <Text component="span" fw={650} display="block">
            {say(termsMessages.more)}
          </Text>
          <Text component="span" size="sm" c="dimmed" display="block">
            {say(termsMessages.moreMeans)}
          </Text>
        </span>
      </summary>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" px={{ base: 'md', sm: 'lg' }} pb="lg" pt="xs">
        <ChoiceField
          field="referral_qualify_on"
          label={say(termsMessages.qualifyOn)}
          description={say(termsMessages.qualifyOnMeans)}
          choices={QUALIFY_ON}
        />
        <ChoiceField
          field="referrer_name_display"
          label={say(termsMessages.names)}
          description={say(termsMessages.namesMeans)}
          choices={NAMES}
        />
        <NumberField
          field="referral_min_invoice_cents"
          label={say(termsMessages.minInvoice)}
          description={say(termsMessages.minInvoiceMeans)}
          unit={currencyUnit(writing.currency, writing.locale)}
          placeholder={say(termsMessages.noMinimum)}
        />
        <ChoiceField
          field="referral_on_refund"
          label={say(termsMessages.onRefund)}
          description={say(termsMessages.onRefundMeans)}
          choices={ON_REFUND}
        />
        <NumberField
          field="referral_hold_days"
          label={say(termsMessages.holdDays)}
          description={say(termsMessages.holdDaysMeans)}
          unit={days}
        />
        <NumberField
          field="referral_reward_expires_days"
          label={say(termsMessages.expiry)}
          description={say(termsMessages.expiryMeans)}
          unit={days}
          placeholder={say(termsMessages.never)}
        />
        <NumberField
          field="referral_max_rewards_per_referrer"
          label={say(termsMessages.cap)}
          description={say(termsMessages.capMeans)}
          placeholder={say(termsMessages.noLimit)}
        />
        <ChoiceField
          field="referral_max_rewards_period"
          label={say(termsMessages.capPeriod)}
          description={say(termsMessages.capPeriodMeans)}
          choices={PERIODS}
        />
        <NumberField
          field="referral_budget_cents"
          label={say(termsMessages.budget)}
          description={say(termsMessages.budgetMeans)}
          unit={currencyUnit(writing.currency, writing.locale)}
          placeholder={say(termsMessages.noLimit)}
        />
        <Switch
          id="referral_keep_attribution"
          label={say(termsMessages.keepAttribution)}
          description={say(termsMessages.keepAttributionMeans)}
          checked={draft.referral_keep_attribution}
          onChange={(event) => {
            change({ referral_keep_attribution: event.currentTarget.checked });
          }}
          withThumbIndicator={false}
          classNames={{ root: styles.keep ?? '' }}
        />
      </SimpleGrid>
    </Paper>
  );
}
