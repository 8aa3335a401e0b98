import { Button, Fieldset, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import type { Message } from '../../i18n/message.js';
import { settingsMessages } from '../../messages/settings.js';
import { Card } from '../../ui/card.js';
import { type Currency, moneyText, percentText, type Value, valueText } from '../../ui/value-words.js';
import { numberText } from './decimal-text.js';
import { valueTextFor } from './program-draft.js';
import { currencyUnit, NumberField, PERCENT } from './program-fields.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

/** Edits both rewards, and sums them up in a sentence. */
export function RewardsCard(): JSX.Element {
  const say = useSay();
  return (
    <Card title={say(settingsMessages.rewards)}>
      <PresetButtons />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <RewardFields
          legend={say(settingsMessages.referrerReward)}
          typeField="referral_reward_type"
          valueField="referral_reward_value"
        />
        <RewardFields
          legend={say(settingsMessages.refereeReward)}
          typeField="referral_reward_referee_type"
          valueField="referral_reward_referee_value"
        />
      </SimpleGrid>
      <Sentence />
    </Card>
  );
}

function Sentence(): JSX.Element {
  const say = useSay();
  const { reading, writing } = useProgramForm();
  const { currency, locale } = writing;
  const { request } = reading;
  return (
    <Text className={styles.sentence} role="status" fw={request === null ? 400 : 600}>
      {request === null
        ? say(settingsMessages.sentenceUnreadable)
        : say(settingsMessages.sentence, {
            referrer: valueText(
              { type: request.referral_reward_type, value: request.referral_reward_value },
              currency,
              locale,
            ),
            referee: valueText(
              { type: request.referral_reward_referee_type, value: request.referral_reward_referee_value },
              currency,
              locale,
            ),
          })}
    </Text>
  );
}

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

/** Edits one side's reward: its kind and value. */
function RewardFields({ legend, typeField, valueField }: Props): JSX.Element {
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

/** Sets both rewards with one button. */
function PresetButtons(): JSX.Element {
  const say = useSay();
  const id = useId();
  const { reading, writing, change } = useProgramForm();
  const { currency, locale } = writing;
  const isChosen = ({ referrer, referee }: Preset): boolean =>
    reading.request?.referral_reward_type === referrer.type &&
    reading.request.referral_reward_value === referrer.value &&
    reading.request.referral_reward_referee_type === referee.type &&
    reading.request.referral_reward_referee_value === referee.value;
  return (
    <Group gap="xs" role="group" aria-labelledby={id}>
      <Text size="sm" c="dimmed" id={id}>
        {say(settingsMessages.presets)}
      </Text>
      {presetsFor(currency).map((preset) => {
        const { referrer, referee, name, says } = preset;
        const chosen = isChosen(preset);
        const value =
          says === 'percent'
            ? percentText(referrer.value, locale)
            : moneyText(referrer.value, currency, locale);
        return (
          <Button
            key={says}
            size="compact-sm"
            h={32}
            px="sm"
            radius="xl"
            fw={500}
            variant="default"
            className={styles.preset ?? ''}
            aria-pressed={chosen}
            onClick={() => {
              change({
                referral_reward_type: referrer.type,
                referral_reward_value: numberText(referrer.value, locale),
                referral_reward_referee_type: referee.type,
                referral_reward_referee_value: numberText(referee.value, locale),
              });
            }}
          >
            {say(name, { value })}
          </Button>
        );
      })}
    </Group>
  );
}

/** A common pair of rewards, and the value in its label. */
interface Preset {
  readonly name: Message;
  readonly says: 'percent' | 'money';
  readonly referrer: Value;
  readonly referee: Value;
}

/** Returns the guide's two presets. For currencies without decimals the amount is a hundred times 20. */
const presetsFor = ({ digits }: Currency): readonly Preset[] => [
  {
    name: settingsMessages.giveGetPreset,
    says: 'percent',
    referrer: { type: 'discount_percent', value: 10 },
    referee: { type: 'discount_percent', value: 10 },
  },
  {
    name: settingsMessages.creditPreset,
    says: 'money',
    referrer: { type: 'credit', value: digits === 0 ? 2000 : 20 },
    referee: { type: 'discount_percent', value: 15 },
  },
];
