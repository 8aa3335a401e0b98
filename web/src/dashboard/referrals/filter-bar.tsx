import { Box, Button, Group, NativeSelect } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { referralsMessages } from '../../messages/referrals.js';
import { referralStatusMessages } from '../../messages/statuses.js';
import { DayField } from './day-field.js';
import classes from './filter-bar.module.css';
import { type Filters, filtersSet, STATUSES } from './filters.js';
import { ReferrerChip } from './referrer-chip.js';
import { SearchField } from './search-field.js';
import type { Filtering } from './use-filters.js';

/** Where a phone begins: there the search is enough at first. */
const PHONE = '(max-width: 48em)';

/** Search, filters and order of the list. */
export function FilterBar({ filters, change, clear }: Filtering): JSX.Element {
  const say = useSay();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure();
  const set = filtersSet(filters);
  return (
    <Box role="search">
      <div className={classes.fields}>
        <div className={classes.search}>
          <SearchField
            value={filters.q}
            onSearch={(q) => {
              change({ q }, { replace: true });
            }}
          />
        </div>
        {(!phone || opened) && <Choices filters={filters} change={change} />}
      </div>
      <Group mt="xs" gap="xs">
        {phone && (
          <Button variant="default" size="xs" aria-expanded={opened} onClick={toggle}>
            {set === 0 ? say(referralsMessages.filters) : say(referralsMessages.filtersSet, { count: set })}
          </Button>
        )}
        {filters.referrer_customer_id !== '' && (
          <ReferrerChip
            id={filters.referrer_customer_id}
            onRemove={() => {
              change({ referrer_customer_id: '' });
            }}
          />
        )}
        {set > 0 && (
          <Button variant="subtle" size="xs" onClick={clear}>
            {say(referralsMessages.clear)}
          </Button>
        )}
      </Group>
    </Box>
  );
}

function Choices({ filters, change }: { filters: Filters; change: Filtering['change'] }): JSX.Element {
  const say = useSay();
  const pick =
    (name: keyof Filters) =>
    (value: string): void => {
      change({ [name]: value });
    };
  return (
    <>
      <NativeSelect
        label={say(referralsMessages.status)}
        value={filters.status}
        onChange={({ currentTarget }) => {
          change({ status: currentTarget.value });
        }}
        data={[
          { value: '', label: say(referralsMessages.anyStatus) },
          ...STATUSES.map((status) => ({ value: status, label: say(referralStatusMessages[status]) })),
        ]}
      />
      <DayField
        label={say(referralsMessages.from)}
        value={filters.from}
        max={filters.to}
        onPick={pick('from')}
      />
      <DayField label={say(referralsMessages.to)} value={filters.to} min={filters.from} onPick={pick('to')} />
      <NativeSelect
        label={say(referralsMessages.order)}
        value={filters.sort}
        onChange={({ currentTarget }) => {
          change({ sort: currentTarget.value });
        }}
        data={[
          { value: '', label: say(referralsMessages.newestFirst) },
          { value: 'created_at', label: say(referralsMessages.oldestFirst) },
        ]}
      />
    </>
  );
}
