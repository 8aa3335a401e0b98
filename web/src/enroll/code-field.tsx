import { Text, TextInput } from '@mantine/core';
import type { ComponentProps, JSX } from 'react';
import card from './card.module.css';

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
      classNames={{ label: card.label, input: card.input, description: card.result }}
      {...props}
    />
  );
}

/** What is said of a code, and whether it is good news. */
export interface Verdict {
  readonly tone: 'quiet' | 'good' | 'plain';
  readonly words: string;
}

/** Read out when it changes. An unknown code is no fault, so that it is not in red. */
function CodeResult({ tone, words }: Verdict): JSX.Element {
  return (
    <Text
      component="span"
      role="status"
      inherit
      c={tone === 'good' ? 'brand' : tone === 'quiet' ? 'dimmed' : undefined}
      fw={tone === 'good' ? 550 : undefined}
    >
      {tone === 'good' && <CheckIcon />}
      {words}
    </Text>
  );
}

/** A tick, as large as the text that it stands in. */
export function CheckIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" className={card.icon} aria-hidden>
      <path
        d="M3 8.5 6.5 12 13 4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
