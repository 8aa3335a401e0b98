import { SimpleGrid, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { valueText } from '../../ui/value-words.js';
import { Card } from './card.js';
import { PresetButtons } from './preset-buttons.js';
import { useProgramForm } from './program-form.js';
import { RewardFields } from './reward-fields.js';
import styles from './settings.module.css';

/** Both rewards, and in one sentence what they come to. */
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
