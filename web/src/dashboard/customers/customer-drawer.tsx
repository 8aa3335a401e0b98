import { Drawer, Skeleton, Stack } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useCustomer } from './customer.queries.js';
import { CreditSection } from './credit-section.js';
import { CustomerFacts } from './customer-facts.js';
import { CustomerForm } from './customer-form.js';
import { ReferralsSection } from './referrals-section.js';
import { RewardsSection } from './rewards-section.js';
import { useNotify } from '../../ui/use-notify.js';

interface Props {
  /** Null: nobody is looked at. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** A customer's details, beside the list. */
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

/** What is known of them, or the form to change it. */
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
