import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { overviewMessages } from '../../messages/overview.js';
import { Card } from '../../ui/card.js';
import { countText } from './overview-words.js';
import overview from './overview.module.css';
import type { Summary } from './use-overview.js';

type Referrer = Summary['top_referrers'][number];

/** Ranks the customers who referred most; each links to their referrals. */
export function TopReferrers({ referrers }: { referrers: readonly Referrer[] }): JSX.Element {
  const say = useSay();
  return (
    <Card title={say(overviewMessages.topReferrers)} className={overview.half}>
      {referrers.length === 0 ? (
        <Text c="dimmed">{say(overviewMessages.noReferrers)}</Text>
      ) : (
        <ol className={overview.list}>
          {referrers.map((referrer, at) => (
            <li key={referrer.customer_id}>
              <Row referrer={referrer} rank={at + 1} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Row({ referrer, rank }: { referrer: Referrer; rank: number }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { customer_id: id, name, email, referrals, qualified } = referrer;
  return (
    <Link to={`/customers/referrals?referrer_customer_id=${encodeURIComponent(id)}`} className={overview.row}>
      <span className={overview.rank}>{countText(rank, locale)}</span>
      <div>
        <Text fw={500} truncate>
          {name}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {email}
        </Text>
      </div>
      <div className={overview.numbers}>
        <Text fw={500}>{say(overviewMessages.referrals, { count: referrals })}</Text>
        <Text size="sm" c="dimmed">
          {say(overviewMessages.confirmed, { count: qualified })}
        </Text>
      </div>
    </Link>
  );
}
