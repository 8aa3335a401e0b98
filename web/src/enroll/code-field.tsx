import { Text, TextInput } from '@mantine/core';
import type { ComponentProps, JSX } from 'react';
import card from './card.module.css';

type Props = ComponentProps<typeof TextInput> & {
  /** The result of the check of the typed code. */
  readonly verdict: Verdict;
};

/** Shows a field for a code, with the result of its check below. */
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

/** The text about a code, and whether it is good news. */
export interface Verdict {
  readonly tone: 'quiet' | 'good' | 'plain';
  readonly words: string;
}

/** Shows a verdict; screen readers announce it. An unknown code is not an error, so it is not red. */
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

/** Draws a check mark in the size of the text. */
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
