import { Button, Group, Paper, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import type { Message } from '../../i18n/message.js';
import { exposureMessages as m, settingsMessages } from '../../messages/settings.js';
import { useTenant } from '../../session/tenant-context.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useNotify } from '../../ui/use-notify.js';
import { centsText, type Value, valueText } from '../../ui/value-words.js';
import { useTypedPreview } from './program-form.js';
import styles from './settings.module.css';
import { type Preview, useAllOnHold, useHoldAll } from './settings.queries.js';

type Exposure = NonNullable<Preview['exposure']>;

/** Warns what a script could earn while the program is on, and offers to hold suspect referrals. */
export function ExposureNotice(): JSX.Element | null {
  const { data: preview } = useTypedPreview();
  const { data: allOnHold } = useAllOnHold();
  if (preview?.exposure === undefined || allOnHold !== false) return null;
  return <Notice exposure={preview.exposure} />;
}

function Notice({ exposure }: { exposure: Exposure }): JSX.Element {
  const id = useId();
  const say = useSay();
  const notify = useNotify();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { mutate, isPending, error } = useHoldAll();
  const side = (value: Value | null): string =>
    valueText(value ?? { type: 'credit', value: 0 }, currency, locale);
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'md', sm: 'lg' }}
      className={styles.warning ?? ''}
      aria-labelledby={id}
    >
      <Text component="h2" fw={650} id={id}>
        {say(titleOf(exposure), {
          amount: centsText(exposure.amount_cents_per_hour ?? 0, currency, locale),
          count: exposure.newcomers_per_hour ?? 0,
        })}
      </Text>
      <Text size="sm" mt={4}>
        {say(m.means, { referrer: side(exposure.referrer), referee: side(exposure.referee) })}{' '}
        {exposure.usable_after_days > 0 && say(m.wait, { count: exposure.usable_after_days })}
      </Text>
      <Text size="sm" mt={4}>
        {say(m.advice)}
      </Text>
      <Group mt="sm">
        <Button
          variant="default"
          loading={isPending}
          onClick={() => {
            mutate(undefined, {
              onSuccess: () => {
                notify(say(m.held), say(settingsMessages.saved));
              },
            });
          }}
        >
          {say(m.hold)}
        </Button>
      </Group>
      {error !== null && <ErrorNotice error={error} />}
    </Paper>
  );
}

function titleOf({ amount_cents_per_hour: cents, newcomers_per_hour: newcomers }: Exposure): Message {
  if (cents !== null && cents > 0) return m.amount;
  return cents === null || newcomers === null ? m.endless : m.friends;
}
