import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import { ProblemError } from 'referrals-sdk/problem';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { decisionMessages } from '../../messages/referrals.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { type DecisionKind, DECISIONS, useDecision } from './decisions.js';

/** A decision that waits for its reason. */
export interface Pending {
  readonly kind: DecisionKind;
  /** The id of the referral or the review. */
  readonly id: string;
}

/** The API's limit. */
const MAX_LENGTH = 500;

/** Explains a decision, asks for its reason and sends it. */
export function DecisionDialog({
  pending,
  onClose,
}: {
  /** Null: the dialog is closed. */
  pending: Pending | null;
  onClose: () => void;
}): JSX.Element {
  const say = useSay();
  return (
    <Modal
      opened={pending !== null}
      onClose={onClose}
      title={pending !== null && <strong>{say(DECISIONS[pending.kind].title)}</strong>}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say(commonMessages.close) }}
    >
      {pending !== null && <DecisionForm {...pending} onClose={onClose} />}
    </Modal>
  );
}

function DecisionForm({ kind, id, onClose }: Pending & { onClose: () => void }): JSX.Element {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { error, busy, decide } = useDecision(kind, id, onClose);
  const { advice, submit, final } = DECISIONS[kind];
  const missing = tried && reason.trim() === '' ? say(decisionMessages.reasonMissing) : null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() === '') event.currentTarget.querySelector('input')?.focus();
        else decide(reason.trim());
      }}
    >
      <Stack gap="md">
        <Text size="sm">{say(advice)}</Text>
        <TextInput
          data-autofocus
          required
          label={say(decisionMessages.reason)}
          description={say(decisionMessages.reasonHint)}
          maxLength={MAX_LENGTH}
          autoComplete="off"
          value={reason}
          error={missing ?? reasonProblem(error)}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
        />
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {say(commonMessages.cancel)}
          </Button>
          <Button type="submit" loading={busy} color={final ? 'red.9' : undefined}>
            {say(submit)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const reasonProblem = (error: Error | null): string | undefined =>
  error instanceof ProblemError ? error.errorsOf('reason')[0]?.message : undefined;

/** Shows why the decision failed. A problem of the reason is shown at its field instead. */
function Refusal({ error }: { error: Error | null }): JSX.Element | null {
  const say = useSay();
  if (error === null || reasonProblem(error) !== undefined) return null;
  if (error instanceof ProblemError && ['illegal_transition', 'review_decided'].includes(error.code)) {
    return (
      <Alert color="red" variant="light" role="alert">
        {say(decisionMessages.overtaken)}
      </Alert>
    );
  }
  return <ErrorNotice error={error} />;
}
