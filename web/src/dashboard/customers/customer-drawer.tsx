import { Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useNotify } from '../../ui/use-notify.js';
import { dayText } from '../../ui/value-words.js';
import { CustomerForm } from './customer-form.js';
import { CreditSection, ReferralsSection, RewardsSection } from './customer-sections.js';
import { CustomerStatusBadge, StatusSwitch } from './customer-status.js';
import { type Customer, useCustomer } from './customer.queries.js';
import classes from './customers.module.css';

interface Props {
  /** Null: the drawer is closed. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** Shows a customer's details beside the list. */
export function CustomerDrawer({ id, onClose }: Props): JSX.Element {
  const say = useSay();
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={say(customerMessages.details)}
      closeButtonProps={{ 'aria-label': say(commonMessages.close) }}
    >
      {id !== null && <Details key={id} id={id} />}
    </Drawer>
  );
}

/** Shows the details, or the form that edits them. */
function Details({ id }: { id: string }): JSX.Element {
  const say = useSay();
  const notify = useNotify();
  const [editing, setEditing] = useState(false);
  const { data: customer, error, refetch } = useCustomer(id);
  if (customer === undefined) {
    if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
    return (
      <Stack role="status" aria-label={say(commonMessages.loading)}>
        <Skeleton h={28} w="60%" />
        <Skeleton h={96} />
        <Skeleton h={72} />
        <Skeleton h={120} />
      </Stack>
    );
  }
  if (editing) {
    return (
      <CustomerForm
        customer={customer}
        onSaved={({ name }) => {
          notify(say(customerMessages.saved, { name }));
          setEditing(false);
        }}
        onCancel={() => {
          setEditing(false);
        }}
      />
    );
  }
  return (
    <Stack gap="xl">
      <CustomerFacts
        customer={customer}
        onEdit={() => {
          setEditing(true);
        }}
      />
      <CreditSection customerId={id} />
      <ReferralsSection customer={customer} />
      <RewardsSection customerId={id} />
    </Stack>
  );
}

interface CustomerFactsProps {
  readonly customer: Customer;
  readonly onEdit: () => void;
}

/** Shows a customer's contact data and status, with the actions on them. */
function CustomerFacts({ customer, onEdit }: CustomerFactsProps): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { id, name, email, phone, status, created_at } = customer;
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h3" className={classes.name}>
          {name}
        </Title>
        <Group gap="xs" mt={6}>
          <CustomerStatusBadge status={status} />
          <Text size="sm" c="dimmed">
            {say(customerMessages.since)} {dayText(created_at, locale)}
          </Text>
        </Group>
      </div>
      <dl className={classes.facts}>
        <dt>{say(customerMessages.email)}</dt>
        <dd>
          <Anchor href={`mailto:${email}`} size="sm">
            {email}
          </Anchor>
        </dd>
        {phone !== null && (
          <>
            <dt>{say(customerMessages.phone)}</dt>
            <dd>
              <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`} size="sm">
                {phone}
              </Anchor>
            </dd>
          </>
        )}
        <dt>{say(customerMessages.id)}</dt>
        <dd className={classes.id}>{id}</dd>
      </dl>
      <StatusSwitch customer={customer}>
        <Button variant="default" onClick={onEdit}>
          {say(customerMessages.edit)}
        </Button>
      </StatusSwitch>
    </Stack>
  );
}
