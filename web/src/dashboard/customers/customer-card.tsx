import { Group, Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { Customer } from './customer.queries.js';
import { CustomerStatusBadge } from './customer-status-badge.js';
import classes from './customers.module.css';

/** A customer in the list on a phone. @param name what opens their details */
export function CustomerCard({
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
