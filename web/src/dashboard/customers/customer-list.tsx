import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link, type Location, useLocation } from 'react-router';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { customerMessages } from '../../messages/customers.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListView } from '../../ui/list-view.js';
import { RowLink } from '../../ui/row-link.js';
import { dayText } from '../../ui/value-words.js';
import { CustomerStatusBadge } from './customer-status.js';
import { type Customer, type CustomerStatus, useCustomers } from './customer.queries.js';
import classes from './customers.module.css';

interface Props {
  readonly filters: { readonly q?: string; readonly status?: CustomerStatus };
  readonly onAdd: () => void;
  readonly onClear: () => void;
}

/** Lists the customers that match; each opens its details. */
export function CustomerList({ filters, onAdd, onClear }: Props): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { search, state } = useLocation() as Location<unknown>;
  const filtered = filters.q !== undefined || filters.status !== undefined;
  const nameOf = ({ id, name }: Customer): ReactNode => {
    const to = new URLSearchParams(search);
    to.set('customer', id);
    return (
      <RowLink to={{ search: to.toString() }} state={state}>
        {name}
      </RowLink>
    );
  };
  return (
    <ListView
      label={say(customerMessages.title)}
      list={useCustomers(filters)}
      keyOf={({ id }) => id}
      columns={[
        {
          header: say(customerMessages.name),
          cell: (customer) => (
            <Text fw={550} size="sm" className={classes.name}>
              {nameOf(customer)}
            </Text>
          ),
        },
        {
          header: say(customerMessages.email),
          width: '32%',
          cell: ({ email }) => <span className={classes.name}>{email}</span>,
        },
        {
          header: say(customerMessages.phone),
          width: '17%',
          cell: ({ phone }) => (
            <span className={classes.figures}>{phone ?? say(customerMessages.noPhone)}</span>
          ),
        },
        {
          header: say(customerMessages.status),
          width: '13%',
          cell: (one) => <CustomerStatusBadge {...one} />,
        },
        {
          header: say(customerMessages.since),
          width: '14%',
          align: 'right',
          cell: ({ created_at }) => <span className={classes.figures}>{dayText(created_at, locale)}</span>,
        },
      ]}
      card={(customer) => <CustomerCard customer={customer} name={nameOf(customer)} />}
      empty={filtered ? <NoMatch onClear={onClear} /> : <Nobody onAdd={onAdd} />}
    />
  );
}

function NoMatch({ onClear }: { onClear: () => void }): JSX.Element {
  const say = useSay();
  return (
    <EmptyState
      title={say(customerMessages.noMatch)}
      action={
        <Button variant="default" onClick={onClear}>
          {say(customerMessages.clearFilters)}
        </Button>
      }
    >
      {say(customerMessages.noMatchAdvice)}
    </EmptyState>
  );
}

function Nobody({ onAdd }: { onAdd: () => void }): JSX.Element {
  const say = useSay();
  return (
    <EmptyState
      title={say(customerMessages.none)}
      action={
        <Group gap="sm" justify="center">
          <Button variant="default" component={Link} to="/customers/import">
            {say(customerMessages.import)}
          </Button>
          <Button variant="default" onClick={onAdd}>
            {say(customerMessages.add)}
          </Button>
        </Group>
      }
    >
      {say(customerMessages.noneAdvice)}
    </EmptyState>
  );
}

/** Shows a customer in the list on a phone. @param name the link to their details */
function CustomerCard({
  customer: { email, phone, status },
  name,
}: {
  customer: Customer;
  name: ReactNode;
}): JSX.Element {
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Text fw={600} className={classes.name}>
          {name}
        </Text>
        <CustomerStatusBadge status={status} />
      </Group>
      <Text size="sm" c="dimmed" className={classes.name}>
        {email}
      </Text>
      {phone !== null && (
        <Text size="sm" c="dimmed" className={classes.figures}>
          {phone}
        </Text>
      )}
    </Stack>
  );
}
