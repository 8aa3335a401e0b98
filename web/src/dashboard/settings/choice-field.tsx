import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { termsMessages } from '../../messages/program-terms.js';
import type { Draft } from './program-draft.js';
import { useProgramForm } from './program-form.js';
import styles from './settings.module.css';

type Field = 'referral_qualify_on' | 'referral_max_rewards_period' | 'referrer_name_display';

interface Props<Name extends Field> {
  readonly field: Name;
  readonly label: string;
  readonly description: string;
  /** As the API calls them; the catalogue has words for each. */
  readonly choices: readonly Draft[Name][];
}

/** One of a few ways. */
export function ChoiceField<Name extends Field>({
  field,
  label,
  description,
  choices,
}: Props<Name>): JSX.Element {
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
