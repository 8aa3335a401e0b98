import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { promoMessages } from '../../messages/promos.js';
import { timeZone } from './local-time.js';
import type { PromoFormValues } from './promo-form-values.js';

/** From when until when a promo can be used, in the time of whoever looks. */
export function PeriodFields({ form }: { form: UseFormReturnType<PromoFormValues> }): JSX.Element {
  const say = useSay();
  return (
    <Stack gap={6}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="datetime-local"
          label={say(promoMessages.starts)}
          aria-describedby="promo-time-zone"
          {...form.getInputProps('starts_at')}
        />
        <TextInput
          type="datetime-local"
          label={say(promoMessages.ends)}
          aria-describedby="promo-time-zone"
          {...form.getInputProps('ends_at')}
        />
      </SimpleGrid>
      <Text id="promo-time-zone" size="xs" c="dimmed">
        {say(promoMessages.timeZone, { zone: timeZone().replaceAll('_', ' ') })}
      </Text>
    </Stack>
  );
}
