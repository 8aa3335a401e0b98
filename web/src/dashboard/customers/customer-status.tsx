import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { answer } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useNotify } from '../../ui/use-notify.js';
import { type Customer, CUSTOMERS, type CustomerStatus } from './customer.queries.js';

interface Props {
  readonly customer: Customer;
  /** Shown beside the button. */
  readonly children: JSX.Element;
}

/** Activates a customer at once, and asks before it deactivates one. */
export function StatusSwitch({ customer, children }: Props): JSX.Element {
  const say = useSay();
  const [asking, { open, close }] = useDisclosure();
  const set = useSetStatus(customer, close);
  const active = customer.status === 'active';
  const buttons = (
    <Group gap="sm">
      {children}
      <Button
        variant={active ? 'subtle' : 'filled'}
        {...(active && { color: 'red' })}
        loading={set.isPending}
        onClick={() => {
          if (active) open();
          else set.mutate('active');
        }}
      >
        {say(active ? customerMessages.deactivate : customerMessages.activate)}
      </Button>
    </Group>
  );
  return (
    <Stack gap="md">
      {asking ? <Question customer={customer} set={set} onCancel={close} /> : buttons}
      {set.error !== null && <ErrorNotice error={set.error} />}
    </Stack>
  );
}

type SetStatus = UseMutationResult<Customer, Error, CustomerStatus>;

function useSetStatus({ id, name }: Customer, onDone: () => void): SetStatus {
  const say = useSay();
  const notify = useNotify();
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (status: CustomerStatus) =>
      answer(api.PATCH('/api/customers/{id}', { params: { path: { id } }, body: { status } })),
    onSuccess: async (_, status) => {
      await queries.invalidateQueries({ queryKey: CUSTOMERS });
      const message = status === 'active' ? customerMessages.activated : customerMessages.deactivated;
      notify(say(message, { name }));
      onDone();
    },
  });
}

function Question({
  customer: { name },
  set,
  onCancel,
}: {
  customer: Customer;
  set: SetStatus;
  onCancel: () => void;
}): JSX.Element {
  const say = useSay();
  return (
    <Alert color="red" variant="light" role="group" title={say(customerMessages.deactivateTitle, { name })}>
      <Text size="sm">{say(customerMessages.deactivateAdvice)}</Text>
      <Group gap="sm" mt="sm">
        <Button variant="default" size="xs" onClick={onCancel} autoFocus>
          {say(commonMessages.cancel)}
        </Button>
        <Button
          color="red"
          size="xs"
          loading={set.isPending}
          onClick={() => {
            set.mutate('inactive');
          }}
        >
          {say(customerMessages.deactivate)}
        </Button>
      </Group>
    </Alert>
  );
}

/** Shows whether a customer is active. */
export function CustomerStatusBadge({ status }: Pick<Customer, 'status'>): JSX.Element {
  const say = useSay();
  return (
    <StatusBadge tone={status === 'active' ? 'good' : 'over'}>{say(customerMessages[status])}</StatusBadge>
  );
}
