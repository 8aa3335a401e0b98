import { Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import type { NumberField as Field } from './program-draft.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';
import type { Unit } from './unit-of.js';

interface Props {
  readonly field: Field;
  readonly label: string;
  readonly description?: string;
  readonly unit?: Unit;
  readonly placeholder?: string;
}

/** A number as people type it, with its unit beside it. The field's name in the API is its id. */
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
