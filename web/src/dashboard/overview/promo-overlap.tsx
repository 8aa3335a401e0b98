import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { overlapMessages } from '../../messages/overview.js';
import { percentText } from '../../ui/value-words.js';
import { countText } from './overview-words.js';
import overview from './overview.module.css';
import classes from './promo-overlap.module.css';
import { Card } from '../../ui/card.js';
import { sharesOf } from './chart-layout.js';
import type { Summary } from './use-overview.js';

/** Ordered from enrollments by referral alone to those where the referral was dropped. */
const KINDS = ['referral_only', 'both_applied', 'promo_only', 'referral_dropped'] as const;

/** Shows which codes were applied to enrollments that had one. */
export function PromoOverlap({ overlap }: { overlap: Summary['promo_overlap'] }): JSX.Element {
  const say = useSay();
  const counts = KINDS.map((kind) => overlap[kind]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <Card title={say(overlapMessages.title)} className={overview.rest}>
      {total === 0 ? (
        <Text c="dimmed">{say(overlapMessages.none)}</Text>
      ) : (
        <Proportions counts={counts} total={total} />
      )}
    </Card>
  );
}

function Proportions({ counts, total }: { counts: readonly number[]; total: number }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const shares = sharesOf(counts);
  const parts = KINDS.map((kind, at) => ({ kind, count: counts[at] ?? 0, share: shares[at] ?? 0 }));
  return (
    <>
      <Text size="sm">{say(overlapMessages.total, { count: total })}</Text>
      <div className={classes.bar} aria-hidden>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <div key={kind} className={`${classes.part} ${classes[kind]}`} style={{ flex: count }} />
          ))}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ kind, count, share }) => (
          <li key={kind}>
            <span className={`${classes.swatch} ${classes[kind]}`} aria-hidden />
            <span>{say(overlapMessages[kind])}</span>
            <span className={classes.number}>
              <strong>{countText(count, locale)}</strong> · {percentText(share, locale)}
            </span>
            {kind === 'referral_dropped' && count > 0 && (
              <Text size="xs" c="dimmed">
                {say(overlapMessages.droppedHint)}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
