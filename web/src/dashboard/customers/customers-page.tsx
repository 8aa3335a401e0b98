import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import { Link, type Location, useLocation, useNavigate } from 'react-router';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import { SearchField } from '../../ui/search-field.js';
import { useNotify } from '../../ui/use-notify.js';
import { useUrlFilters } from '../../ui/use-url-filters.js';
import { Page } from '../page.js';
import { CustomerDrawer } from './customer-drawer.js';
import { CustomerForm } from './customer-form.js';
import { CustomerList } from './customer-list.js';
import type { Customer, CustomerStatus } from './customer.queries.js';

const FILTER_NAMES = ['q', 'status'] as const;

const isStatus = (text: string): text is CustomerStatus => text === 'active' || text === 'inactive';

export default function CustomersPage(): JSX.Element {
  const say = useSay();
  const { values, change, clear } = useUrlFilters(FILTER_NAMES);
  const [adding, { open: add, close: stopAdding }] = useDisclosure();
  const { id, close } = useShownCustomer();
  const { q, status } = values;
  return (
    <Page
      title={say(customerMessages.title)}
      lead={say(customerMessages.lead)}
      actions={
        <Group gap="sm">
          <Button variant="default" component={Link} to="/customers/import">
            {say(customerMessages.import)}
          </Button>
          <Button onClick={add}>{say(customerMessages.add)}</Button>
        </Group>
      }
    >
      <Group gap="sm" align="flex-end">
        <SearchField
          by={say(customerMessages.searchBy)}
          value={q}
          onSearch={(text) => {
            change({ q: text }, { replace: true });
          }}
        />
        <NativeSelect
          label={say(customerMessages.status)}
          value={status}
          data={[
            { value: '', label: say(customerMessages.anyStatus) },
            { value: 'active', label: say(customerMessages.onlyActive) },
            { value: 'inactive', label: say(customerMessages.onlyInactive) },
          ]}
          onChange={({ currentTarget }) => {
            change({ status: currentTarget.value });
          }}
        />
      </Group>
      <CustomerList
        filters={{ ...(q !== '' && { q }), ...(isStatus(status) && { status }) }}
        onAdd={add}
        onClear={clear}
      />
      <CustomerDrawer id={id} onClose={close} />
      <NewCustomerDialog opened={adding} onClose={stopAdding} />
    </Page>
  );
}

/** Reads from the address which customer's details are open. */
function useShownCustomer(): { id: string | null; close: () => void } {
  const { search, state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  const close = (): void => {
    const without = new URLSearchParams(search);
    without.delete('customer');
    void navigate({ search: without.toString() }, { state });
  };
  return { id: new URLSearchParams(search).get('customer'), close };
}

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds a customer. */
function NewCustomerDialog({ opened, onClose }: Props): JSX.Element {
  const say = useSay();
  const notify = useNotify();
  const done = ({ name }: Customer): void => {
    notify(say(customerMessages.added, { name }));
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      centered
      title={say(customerMessages.add)}
      closeButtonProps={{ 'aria-label': say(commonMessages.close) }}
    >
      <CustomerForm onSaved={done} onCancel={onClose} />
    </Modal>
  );
}
