import { Button, Group, Stack, Text } from '@mantine/core';
import { type JSX, type ReactNode, useState } from 'react';
import { type Location, useLocation } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { promoMessages } from '../../messages/promos.js';
import { useTenant } from '../../session/tenant-context.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListView } from '../../ui/list-view.js';
import { RowLink } from '../../ui/row-link.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { valueText } from '../../ui/value-words.js';
import { periodText, type PromoState, promoState, usesText } from './promo-words.js';
import { type Promo, usePromos } from './promo.queries.js';
import classes from './promos.module.css';

interface Props {
  readonly filters: { readonly q?: string; readonly active?: boolean };
  readonly onAdd: () => void;
  readonly onClear: () => void;
}

/** Lists the promos that match; each opens its form. */
export function PromoList({ filters, onAdd, onClear }: Props): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const { search, state } = useLocation() as Location<unknown>;
  const filtered = filters.q !== undefined || filters.active !== undefined;
  const codeOf = ({ id, code }: Promo): ReactNode => {
    const to = new URLSearchParams(search);
    to.set('promo', id);
    return (
      <RowLink to={{ search: to.toString() }} state={state}>
        {code}
      </RowLink>
    );
  };
  return (
    <ListView
      label={say(dashboardMessages.promos)}
      list={usePromos(filters)}
      keyOf={({ id }) => id}
      columns={[
        {
          header: say(promoMessages.code),
          cell: (promo) => <span className={classes.code}>{codeOf(promo)}</span>,
        },
        {
          header: say(promoMessages.discount),
          width: '16%',
          cell: ({ discount_type: type, discount_value: value }) =>
            valueText({ type, value }, currency, locale),
        },
        {
          header: say(promoMessages.withReferral),
          width: '17%',
          cell: ({ combinable_with_referral: both }) => (
            <Text size="sm" c={both ? undefined : 'dimmed'}>
              {say(both ? promoMessages.both : promoMessages.promoOnly)}
            </Text>
          ),
        },
        {
          header: say(promoMessages.period),
          width: '20%',
          cell: (promo) => <span className={classes.figures}>{periodText(promo, locale)}</span>,
        },
        {
          header: say(promoMessages.state),
          width: '15%',
          cell: (promo) => <PromoStateBadge promo={promo} />,
        },
        {
          header: say(promoMessages.uses),
          width: '11%',
          align: 'right',
          cell: (promo) => <span className={classes.figures}>{usesText(promo, locale)}</span>,
        },
      ]}
      card={(promo) => <PromoCard promo={promo} code={codeOf(promo)} />}
      empty={filtered ? <NoMatch onClear={onClear} /> : <None onAdd={onAdd} />}
    />
  );
}

function NoMatch({ onClear }: { onClear: () => void }): JSX.Element {
  const say = useSay();
  return (
    <EmptyState
      title={say(promoMessages.noMatch)}
      action={
        <Button variant="default" onClick={onClear}>
          {say(promoMessages.clearFilters)}
        </Button>
      }
    >
      {say(promoMessages.noMatchAdvice)}
    </EmptyState>
  );
}

function None({ onAdd }: { onAdd: () => void }): JSX.Element {
  const say = useSay();
  return (
    <EmptyState
      title={say(promoMessages.none)}
      action={
        <Button variant="default" onClick={onAdd}>
          {say(promoMessages.add)}
        </Button>
      }
    >
      {say(promoMessages.noneAdvice)}
    </EmptyState>
  );
}

const TONES = {
  active: 'good',
  scheduled: 'waiting',
  ended: 'over',
  used_up: 'over',
  off: 'over',
} as const satisfies Record<PromoState, Tone>;

/** Shows whether a promo can be used now, and if not, why. */
function PromoStateBadge({ promo }: { promo: Promo }): JSX.Element {
  const say = useSay();
  const [now] = useState(() => new Date());
  const state = promoState(promo, now);
  return <StatusBadge tone={TONES[state]}>{say(promoMessages[state])}</StatusBadge>;
}

/** Shows a promo in the list on a phone. @param code the link to its form */
function PromoCard({ promo, code }: { promo: Promo; code: ReactNode }): JSX.Element {
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
