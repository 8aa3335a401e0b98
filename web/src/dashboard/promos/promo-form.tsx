import {
  Alert,
  Button,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, type ReactNode, useState } from 'react';
import { answer, ifMatch, type Versioned } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { conflictMessages } from '../../messages/conflict.js';
import { promoMessages } from '../../messages/promos.js';
import { useTenant } from '../../session/tenant-context.js';
import { Conflict, conflictOf, type Difference } from '../../ui/conflict.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { refusedFields } from '../../ui/field-errors.js';
import { CombinableExample } from './combinable-example.js';
import { bodyOf, discountOf, type PromoFormValues, timeZone, valuesOf } from './promo-form-values.js';
import { type Promo, PROMOS } from './promo.queries.js';
import { promoDifferences } from './promo-words.js';
import classes from './promos.module.css';

interface Props {
  /** Absent: a new one. */
  readonly promo?: Versioned<Promo> | undefined;
  readonly onSaved: (promo: Promo) => void;
  readonly onCancel: () => void;
  /** A button at the other end of the last row. */
  readonly aside?: ReactNode;
}

/** The field at which the form shows a refusal of the whole promo, by its code. */
const FIELD_OF_CODE = { promo_code_taken: 'code', promo_limit_below_count: 'max_redemptions' };

interface Save {
  readonly values: PromoFormValues;
  /** The version to replace. */
  readonly etag: string | undefined;
}

/** Creates or edits a promo. */
export function PromoForm({ promo, onSaved, onCancel, aside }: Props): JSX.Element {
  const say = useSay();
  const api = useApi();
  const queries = useQueryClient();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  /** The version that the form shows. A later one that arrives meanwhile must not be overwritten unseen. */
  const [base, setBase] = useState(promo);
  const form = useForm<PromoFormValues>({ initialValues: valuesOf(promo?.state) });
  const finish = async (saved: Promo): Promise<void> => {
    await queries.invalidateQueries({ queryKey: PROMOS });
    onSaved(saved);
  };
  const differencesTo = (theirs: Promo, values: PromoFormValues): Difference[] =>
    promoDifferences(theirs, bodyOf(values, base?.state), locale, currency);
  const save = useMutation({
    mutationFn: ({ values, etag }: Save) => {
      const body = bodyOf(values, base?.state);
      if (base === undefined) return answer(api.POST('/api/promos', { body }));
      const params = { path: { id: base.state.id }, header: ifMatch(etag) };
      return answer(api.PATCH('/api/promos/{id}', { params, body }));
    },
    onSuccess: finish,
    onError: async (error, { values }) => {
      const current = conflictOf<Promo>(error)?.state;
      if (current !== undefined && differencesTo(current, values).length === 0) {
        await finish(current); // our own save, sent again after its answer was lost
        return;
      }
      const refused = refusedFields(error, { ...values }, locale, FIELD_OF_CODE) ?? {};
      form.setErrors(refused);
      form.getInputNode(Object.keys(refused)[0] ?? '')?.focus();
    },
  });
  const theirs = conflictOf<Promo>(save.error);
  const unplaced =
    save.isError && theirs === null && Object.keys(form.errors).length === 0 ? save.error : null;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        save.mutate({ values, etag: base?.etag });
      })}
    >
      <Stack gap="md">
        {unplaced !== null && <ErrorNotice error={unplaced} />}
        {theirs !== null && (
          <Alert color="red" variant="light" title={say(conflictMessages.title)}>
            <Conflict
              differences={differencesTo(theirs.state, form.values)}
              onLoadTheirs={() => {
                setBase(theirs);
                form.setValues(valuesOf(theirs.state));
                save.reset();
                void queries.invalidateQueries({ queryKey: PROMOS });
              }}
              onSaveMine={() => {
                save.mutate({ values: form.getValues(), etag: theirs.etag });
              }}
            />
          </Alert>
        )}
        <TextInput
          label={say(promoMessages.code)}
          description={say(promoMessages.codeHelp)}
          required
          withAsterisk={false}
          autoFocus={promo === undefined}
          data-autofocus={promo === undefined || undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          classNames={{ input: classes.typed ?? '' }}
          {...form.getInputProps('code')}
        />
        <DiscountFields form={form} />
        <Stack gap="sm">
          <Switch
            label={say(promoMessages.combinable)}
            description={say(promoMessages.combinableHelp)}
            {...form.getInputProps('combinable_with_referral', { type: 'checkbox' })}
          />
          <CombinableExample
            promo={discountOf(form.values)}
            combinable={form.values.combinable_with_referral}
          />
        </Stack>
        <PeriodFields form={form} />
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          step={1}
          label={say(promoMessages.limit)}
          description={say(promoMessages.limitHelp)}
          {...form.getInputProps('max_redemptions')}
        />
        <Switch
          label={say(promoMessages.on)}
          description={say(promoMessages.onHelp)}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
        <Group justify="space-between" gap="sm" mt="xs">
          <div>{aside}</div>
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {say(commonMessages.cancel)}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {say(promo === undefined ? promoMessages.add : commonMessages.save)}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** Edits the promo's discount. */
function DiscountFields({ form }: { form: UseFormReturnType<PromoFormValues> }): JSX.Element {
  const say = useSay();
  const { currency } = useTenant();
  const unit = form.values.discount_type === 'discount_percent' ? '%' : currency.code;
  return (
    <Group grow gap="sm" align="flex-start" preventGrowOverflow={false}>
      <NativeSelect
        label={say(promoMessages.discountType)}
        data={[
          { value: 'discount_percent', label: say(promoMessages.percent) },
          { value: 'discount_fixed', label: say(promoMessages.fixed) },
        ]}
        {...form.getInputProps('discount_type')}
      />
      <TextInput
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        label={say(promoMessages.value, { unit })}
        required
        withAsterisk={false}
        {...form.getInputProps('discount_value')}
      />
    </Group>
  );
}

/** Edits the promo's period, in the browser's time zone. */
function PeriodFields({ form }: { form: UseFormReturnType<PromoFormValues> }): JSX.Element {
  const say = useSay();
  return (
    <Stack gap={6}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="datetime-local"
          label={say(promoMessages.starts)}
          aria-describedby="promo-time-zone"
          {...form.getInputProps('starts_at')}
        />
        <TextInput
          type="datetime-local"
          label={say(promoMessages.ends)}
          aria-describedby="promo-time-zone"
          {...form.getInputProps('ends_at')}
        />
      </SimpleGrid>
      <Text id="promo-time-zone" size="xs" c="dimmed">
        {say(promoMessages.timeZone, { zone: timeZone().replaceAll('_', ' ') })}
      </Text>
    </Stack>
  );
}
