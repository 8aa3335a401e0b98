import { TextInput } from '@mantine/core';
import type { ComponentProps, JSX } from 'react';
import card from './card.module.css';
import classes from './code-field.module.css';
import { CodeResult, type Verdict } from './code-result.js';

type Props = ComponentProps<typeof TextInput> & {
  /** What is known of what stands in the field. */
  readonly verdict: Verdict;
};

/** A field for a code, with a line of its own that says what is known of it. */
export function CodeField({ verdict, ...props }: Props): JSX.Element {
  return (
    <TextInput
      size="md"
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="done"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={<CodeResult {...verdict} />}
      classNames={{ label: card.label, input: classes.input, description: classes.result }}
      {...props}
    />
  );
}
