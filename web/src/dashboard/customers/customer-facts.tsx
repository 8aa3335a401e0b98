import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { customerMessages } from '../../messages/customers.js';
import { dayText } from '../../ui/value-words.js';
import type { Customer } from './customer.queries.js';
import { CustomerStatusBadge } from './customer-status-badge.js';
import classes from './customers.module.css';
import { StatusSwitch } from './status-switch.js';

interface Props {
  readonly customer: Customer;
  readonly onEdit: () => void;
}

/** Who a customer is, and what can be done about it. */
export function CustomerFacts({ customer, onEdit }: Props): JSX.Element {
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
