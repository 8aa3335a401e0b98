import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import type { Customer } from './customer.queries.js';
import { CustomerForm } from './customer-form.js';
import { useNotify } from '../../ui/use-notify.js';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds a customer. */
export function NewCustomerDialog({ opened, onClose }: Props): JSX.Element {
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
