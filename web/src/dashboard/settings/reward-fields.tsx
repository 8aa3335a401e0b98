import { Fieldset, SegmentedControl, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import type { Message } from '../../i18n/message.js';
import { settingsMessages } from '../../messages/settings.js';
import type { Value } from '../../ui/value-words.js';
import { NumberField } from './number-field.js';
import { valueTextFor } from './program-draft.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';
import { currencyUnit, PERCENT } from './unit-of.js';

const MEANS: Readonly<Record<Value['type'], Message>> = {
  discount_percent: settingsMessages.percentMeans,
  discount_fixed: settingsMessages.amountMeans,
  credit: settingsMessages.creditMeans,
};

interface Props {
  readonly legend: string;
  readonly typeField: 'referral_reward_type' | 'referral_reward_referee_type';
  readonly valueField: 'referral_reward_value' | 'referral_reward_referee_value';
}

/** What one side gets: the kind, and how much. */
export function RewardFields({ legend, typeField, valueField }: Props): JSX.Element {
  const say = useSay();
  const { draft, writing, change } = useProgramForm();
  const type = draft[typeField];
  const money = currencyUnit(writing.currency, writing.locale);
  const kinds: { value: Value['type']; label: string }[] = [
    { value: 'discount_percent', label: say(settingsMessages.percentOff) },
    { value: 'discount_fixed', label: say(settingsMessages.amountOff, { symbol: money.symbol }) },
    { value: 'credit', label: say(settingsMessages.credit) },
  ];
  return (
    <Fieldset legend={legend} p="md" className={styles.side ?? ''}>
      <Stack gap="xs">
        <SegmentedControl
          fullWidth
          name={typeField}
          aria-label={say(settingsMessages.kind)}
          data={kinds}
          value={type}
          onChange={(chosen) => {
            change({ [typeField]: chosen, [valueField]: valueTextFor(chosen, draft[valueField], writing) });
          }}
        />
        <Text size="sm" c="dimmed">
          {say(MEANS[type])}
        </Text>
        <NumberField
          field={valueField}
          label={say(type === 'discount_percent' ? settingsMessages.percent : settingsMessages.amount)}
          unit={type === 'discount_percent' ? PERCENT : money}
        />
      </Stack>
    </Fieldset>
  );
}
