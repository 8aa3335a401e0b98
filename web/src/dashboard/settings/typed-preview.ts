import { useDebouncedValue } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import { type Preview, usePreview } from './program-api.js';
import { useProgramForm } from './program-form.js';

const TYPING_MS = 500;

/** What the API says of the typed program, once nobody types any more. */
export function useTypedPreview(): UseQueryResult<Preview> {
  const { reading } = useProgramForm();
  // As text: the same program typed again is the same question.
  const [asked] = useDebouncedValue(JSON.stringify(reading.request), TYPING_MS);
  return usePreview(JSON.parse(asked) as typeof reading.request);
}
