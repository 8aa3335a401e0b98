import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { ProblemError } from 'referrals-sdk/problem';
import { useSay } from '../i18n/locale-context.js';
import { enrollMessages } from '../messages/enroll.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { refusedField } from './field-words.js';

/** What went wrong with an enrollment where no field is at fault. The button below it tries again. */
export function EnrollProblem({ error }: { error: Error | null }): JSX.Element | null {
  const say = useSay();
  if (error === null || refusedField(error) !== null) return null;
  if (isUnderWay(error)) return <Text role="alert">{say(enrollMessages.underWay)}</Text>;
  return (
    <Stack gap="xs">
      <ErrorNotice error={error} />
      <Text size="sm">{say(enrollMessages.typedStays)}</Text>
    </Stack>
  );
}

const isUnderWay = (error: Error): boolean =>
  error instanceof ProblemError && error.code === 'idempotency_in_progress';
