import { Button, Group, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { moneyText, percentText } from '../../ui/value-words.js';
import { numberText } from './decimal-text.js';
import { type Preset, presetsFor } from './presets.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

/** Both rewards by one press. */
export function PresetButtons(): JSX.Element {
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
