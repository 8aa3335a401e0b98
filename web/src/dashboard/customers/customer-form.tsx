import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { answer } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { customerMessages } from '../../messages/customers.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { refusedFields } from '../../ui/field-errors.js';
import { type Customer, CUSTOMERS } from './customer.queries.js';

interface Props {
  /** Absent: a new one. */
  readonly customer?: Customer | undefined;
  readonly onSaved: (customer: Customer) => void;
  readonly onCancel: () => void;
}

/** The API refuses the customer as a whole; the form shows the reason at the e-mail address. */
const FIELD_OF_CODE = { customer_exists: 'email' };

const NOBODY = { name: '', email: '', phone: '' };

const valuesOf = (customer?: Customer): typeof NOBODY => (customer === undefined ? NOBODY : named(customer));

const named = ({ name, email, phone }: Customer): typeof NOBODY => ({ name, email, phone: phone ?? '' });

/** Adds or edits a customer. */
export function CustomerForm({ customer, onSaved, onCancel }: Props): JSX.Element {
  const say = useSay();
  const api = useApi();
  const queries = useQueryClient();
  const { locale } = useLanguage();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: valuesOf(customer),
  });
  const save = useMutation({
    mutationFn: (body: typeof form.values) =>
      customer === undefined
        ? answer(api.POST('/api/customers', { body }))
        : answer(api.PATCH('/api/customers/{id}', { params: { path: { id: customer.id } }, body })),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: CUSTOMERS });
      onSaved(saved);
    },
    onError: (error, values) => {
      const refused = refusedFields(error, values, locale, FIELD_OF_CODE) ?? {};
      form.setErrors(refused);
      form.getInputNode(Object.keys(refused)[0] ?? '')?.focus();
    },
  });
  const unplaced = save.isError && Object.keys(form.errors).length === 0 ? save.error : null;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, email, phone }) => {
        save.mutate({ name: name.trim(), email: email.trim(), phone: phone.trim() });
      })}
    >
      <Stack gap="md">
        {unplaced !== null && <ErrorNotice error={unplaced} />}
        <TextInput
          label={say(customerMessages.name)}
          required
          withAsterisk={false}
          autoFocus
          data-autofocus
          autoComplete="off"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={say(customerMessages.email)}
          required
          withAsterisk={false}
          type="email"
          autoComplete="off"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <TextInput
          label={say(customerMessages.phoneOptional)}
          type="tel"
          autoComplete="off"
          key={form.key('phone')}
          {...form.getInputProps('phone')}
        />
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {say(commonMessages.cancel)}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {say(customer === undefined ? customerMessages.add : commonMessages.save)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
