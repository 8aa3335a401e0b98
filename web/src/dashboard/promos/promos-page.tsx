import { Button, Group, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { useSay } from '../../i18n/locale-context.js';
import { dashboardMessages } from '../../messages/dashboard.js';
import { promoMessages } from '../../messages/promos.js';
import { SearchField } from '../../ui/search-field.js';
import { useUrlFilters } from '../../ui/use-url-filters.js';
import { Page } from '../page.js';
import { PromoDialog } from './promo-dialog.js';
import { PromoList } from './promo-list.js';

const FILTER_NAMES = ['q', 'active'] as const;
const ACTIVE: Readonly<Record<string, boolean>> = { true: true, false: false };

export default function PromosPage(): JSX.Element {
  const say = useSay();
  const { values, change, clear } = useUrlFilters(FILTER_NAMES);
  const { id, open } = useOpenPromo();
  const active = ACTIVE[values.active];
  const add = (): void => {
    open('new');
  };
  return (
    <Page
      title={say(dashboardMessages.promos)}
      lead={say(promoMessages.lead)}
      actions={<Button onClick={add}>{say(promoMessages.add)}</Button>}
    >
      <Group gap="sm" align="flex-end">
        <SearchField
          by={say(promoMessages.code)}
          value={values.q}
          onSearch={(text) => {
            change({ q: text }, { replace: true });
          }}
        />
        <NativeSelect
          label={say(promoMessages.show)}
          value={active === undefined ? '' : String(active)}
          data={[
            { value: '', label: say(promoMessages.all) },
            { value: 'true', label: say(promoMessages.switchedOn) },
            { value: 'false', label: say(promoMessages.switchedOff) },
          ]}
          onChange={({ currentTarget }) => {
            change({ active: currentTarget.value });
          }}
        />
      </Group>
      <PromoList
        filters={{ ...(values.q !== '' && { q: values.q }), ...(active !== undefined && { active }) }}
        onAdd={add}
        onClear={clear}
      />
      <PromoDialog
        id={id}
        onClose={() => {
          open(null);
        }}
      />
    </Page>
  );
}

/** Reads from the address which promo's form is open. */
function useOpenPromo(): { id: string | null; open: (id: string | null) => void } {
  const { search, state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  const open = (id: string | null): void => {
    const to = new URLSearchParams(search);
    if (id === null) to.delete('promo');
    else to.set('promo', id);
    void navigate({ search: to.toString() }, { state });
  };
  return { id: new URLSearchParams(search).get('promo'), open };
}
