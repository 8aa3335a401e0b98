import { Alert, Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { ProblemError } from 'referrals-sdk/problem';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { commonMessages } from '../messages/common.js';

/** Describes an error, with a button to retry where that is possible. */
export function ErrorNotice({
  error,
  onRetry,
}: {
  error: Error;
  onRetry?: (() => unknown) | undefined;
}): JSX.Element {
  const say = useSay();
  const known = knownMessage(error);
  return (
    <Alert color="red" variant="light" title={say(commonMessages.failed)} role="alert">
      <Text size="sm">{known === null ? detailOf(error) : say(known)}</Text>
      <Group mt="xs" gap="sm">
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={() => void onRetry()}>
            {say(commonMessages.tryAgain)}
          </Button>
        )}
        {error instanceof ProblemError && error.requestId !== undefined && (
          <Text size="xs" c="dimmed">
            {say(commonMessages.requestId, { id: error.requestId })}
          </Text>
        )}
      </Group>
    </Alert>
  );
}

/** Returns the message for errors that any call may get; null: the API's own message says more. */
function knownMessage(error: Error): Message | null {
  if (!(error instanceof ProblemError)) return commonMessages.offline;
  if (error.status === 429) return commonMessages.tooMany;
  if (error.status === 403) return commonMessages.notAllowed;
  return error.status >= 500 ? commonMessages.serverError : null;
}

const detailOf = (error: Error): string => (error instanceof ProblemError ? error.detail : error.message);
