import { Group, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { promoMessages } from '../../messages/promos.js';
import { useTenant } from '../../session/tenant-context.js';
import { valueText } from '../../ui/value-words.js';
import type { Promo } from './promo.queries.js';
import { PromoStateBadge } from './promo-state-badge.js';
import { periodText, usesText } from './promo-words.js';
import classes from './promos.module.css';

/** A promo in the list on a phone. @param code what opens its form */
export function PromoCard({ promo, code }: { promo: Promo; code: ReactNode }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const { locale } = useLanguage();
  const { discount_type: type, discount_value: value, combinable_with_referral } = promo;
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <span className={classes.code}>{code}</span>
        <PromoStateBadge promo={promo} />
      </Group>
      <Text size="sm">
        {valueText({ type, value }, currency, locale)} ·{' '}
        {say(combinable_with_referral ? promoMessages.combines : promoMessages.dropsReferral)}
      </Text>
      <Text size="sm" c="dimmed" className={classes.figures}>
        {say(promoMessages.uses)}: {usesText(promo, locale)} · {periodText(promo, locale)}
      </Text>
    </Stack>
  );
}
