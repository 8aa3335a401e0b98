import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import type { Locale } from '../../i18n/message.js';
import { termsMessages } from '../../messages/program-terms.js';
import type { Currency } from '../../ui/value-words.js';
import type { Draft, NumberField as NumberName } from './program-draft.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

interface Props {
  readonly field: NumberName;
  readonly label: string;
  readonly description?: string;
  readonly unit?: Unit;
  readonly placeholder?: string;
}

/** Edits a number with its unit. The API's name of the field is its id. */
export function NumberField({ field, label, description, unit, placeholder }: Props): JSX.Element {
  const { draft, change, problemOf } = useProgramForm();
  const symbol = unit && (
    <Text size="sm" c="dimmed" aria-hidden>
      {unit.symbol}
    </Text>
  );
  const room = unit && Math.max(36, 20 + unit.symbol.length * 9);
  return (
    <TextInput
      id={field}
      name={field}
      label={label}
      description={description}
      error={problemOf(field)}
      value={draft[field]}
      onChange={(event) => {
        change({ [field]: event.currentTarget.value });
      }}
      {...(placeholder !== undefined && { placeholder })}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      classNames={{ input: styles.number ?? '', root: styles.field ?? '' }}
      {...(unit && { [unit.before ? 'leftSection' : 'rightSection']: symbol })}
      {...(unit && { [unit.before ? 'leftSectionWidth' : 'rightSectionWidth']: room })}
    />
  );
}

type ChoiceName =
  'referral_qualify_on' | 'referral_on_refund' | 'referral_max_rewards_period' | 'referrer_name_display';

interface ChoiceFieldProps<Name extends ChoiceName> {
  readonly field: Name;
  readonly label: string;
  readonly description: string;
  /** The API's values; the messages have a text for each. */
  readonly choices: readonly Draft[Name][];
}

/** Edits a choice between a few values. */
export function ChoiceField<Name extends ChoiceName>({
  field,
  label,
  description,
  choices,
}: ChoiceFieldProps<Name>): JSX.Element {
  const say = useSay();
  const { draft, change, problemOf } = useProgramForm();
  return (
    <NativeSelect
      id={field}
      name={field}
      label={label}
      description={description}
      error={problemOf(field)}
      value={draft[field]}
      data={choices.map((choice) => ({ value: choice, label: say(termsMessages[choice]) }))}
      onChange={(event) => {
        change({ [field]: event.currentTarget.value });
      }}
      classNames={{ root: styles.field ?? '' }}
    />
  );
}

/** A unit, and whether the language writes it before the number. */
export interface Unit {
  readonly symbol: string;
  readonly before: boolean;
}

export const PERCENT: Unit = { symbol: '%', before: false };

/** Returns the currency's symbol: before the amount in English, after it in Spanish. */
export function currencyUnit({ code }: Currency, locale: Locale): Unit {
  const style = { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } as const;
  const parts = new Intl.NumberFormat(locale, style).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  return { symbol: parts[at]?.value ?? code, before: at < parts.findIndex(({ type }) => type === 'integer') };
}
