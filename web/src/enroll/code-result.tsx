import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { CheckIcon } from './check-icon.js';

/** What is said of a code, and whether it is good news. */
export interface Verdict {
  readonly tone: 'quiet' | 'good' | 'plain';
  readonly words: string;
}

/** Read out when it changes. An unknown code is no fault, so that it is not in red. */
export function CodeResult({ tone, words }: Verdict): JSX.Element {
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
