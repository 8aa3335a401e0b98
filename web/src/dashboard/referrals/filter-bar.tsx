import { Box, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { referralsMessages } from '../../messages/referrals.js';
import { referralStatusMessages } from '../../messages/statuses.js';
import { SearchField } from '../../ui/search-field.js';
import type { UrlFilters } from '../../ui/use-url-filters.js';
import { useCustomer } from '../customers/customer.queries.js';
import { type Filters, filtersSet, isDay, STATUSES } from './filters.js';
import classes from './referrals.module.css';

type Change = UrlFilters<keyof Filters>['change'];

interface Props {
  readonly filters: Filters;
  readonly change: Change;
  readonly clear: () => void;
}

/** On a phone, the filters besides the search are folded at first. */
const PHONE = '(max-width: 48em)';

/** Shows the search, filters and sort order of the list. */
export function FilterBar({ filters, change, clear }: Props): JSX.Element {
  const say = useSay();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure();
  const set = filtersSet(filters);
  return (
    <Box role="search">
      <div className={classes.fields}>
        <div className={classes.search}>
          <SearchField
            by={say(referralsMessages.searchHint)}
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

function Choices({ filters, change }: { filters: Filters; change: Change }): JSX.Element {
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

interface DayFieldProps {
  readonly label: string;
  /** A day such as `2026-05-01`; empty: none. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onPick: (day: string) => void;
}

/** Edits a day in the browser's date field. A half-typed day is kept but not reported. */
function DayField({ label, value, min, max, onPick }: DayFieldProps): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null); // null: shows the picked day
  return (
    <TextInput
      type="date"
      label={label}
      value={typed ?? value}
      min={min}
      max={max}
      onChange={({ currentTarget: { value: day } }) => {
        setTyped(day);
        if (day === '' || isDay(day)) onPick(day);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}

/** Shows that the list is limited to one referrer, and lifts the limit. */
function ReferrerChip({ id, onRemove }: { id: string; onRemove: () => void }): JSX.Element {
  const say = useSay();
  const { data } = useCustomer(id);
  return (
    <Group gap="xs">
      <Text size="sm">
        {say(referralsMessages.onlyOf, { name: data?.name ?? say(referralsMessages.oneReferrer) })}
      </Text>
      <Button variant="default" size="xs" onClick={onRemove}>
        {say(referralsMessages.everyone)}
      </Button>
    </Group>
  );
}
