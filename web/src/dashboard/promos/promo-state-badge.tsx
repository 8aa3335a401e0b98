import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { promoMessages } from '../../messages/promos.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { Promo } from './promo.queries.js';
import { type PromoState, promoState } from './promo-state.js';

const TONES = {
  active: 'good',
  scheduled: 'waiting',
  ended: 'over',
  used_up: 'over',
  off: 'over',
} as const satisfies Record<PromoState, Tone>;

/** Whether a promo can be used now, and if not, why not. */
export function PromoStateBadge({ promo }: { promo: Promo }): JSX.Element {
  const say = useSay();
  const [now] = useState(() => new Date());
  const state = promoState(promo, now);
  return <StatusBadge tone={TONES[state]}>{say(promoMessages[state])}</StatusBadge>;
}
