import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { promoMessages } from '../../messages/promos.js';
import { useTenant } from '../../session/tenant-context.js';
import type { PromoFormValues } from './promo-form-values.js';

/** How much a promo takes off. */
export function DiscountFields({ form }: { form: UseFormReturnType<PromoFormValues> }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const unit = form.values.discount_type === 'discount_percent' ? '%' : currency.code;
  return (
    <Group grow gap="sm" align="flex-start" preventGrowOverflow={false}>
      <NativeSelect
        label={say(promoMessages.discountType)}
        data={[
          { value: 'discount_percent', label: say(promoMessages.percent) },
          { value: 'discount_fixed', label: say(promoMessages.fixed) },
        ]}
        {...form.getInputProps('discount_type')}
      />
      <TextInput
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        label={say(promoMessages.value, { unit })}
        required
        withAsterisk={false}
        {...form.getInputProps('discount_value')}
      />
    </Group>
  );
}
