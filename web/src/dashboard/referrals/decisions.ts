import { answer, idempotencyKey, type ReferralsClient } from 'referrals-sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import type { Message } from '../../i18n/message.js';
import { decisionMessages as words } from '../../messages/referrals.js';
import { useNotify } from '../../ui/use-notify.js';
import { REFERRALS } from './referral.queries.js';

/** The decisions of an admin: `approve` and `void` a referral, `release` and `reject` a held one. */
export type DecisionKind = 'approve' | 'void' | 'release' | 'reject';

interface Decision {
  readonly title: Message;
  readonly advice: Message;
  readonly submit: Message;
  readonly done: Message;
  /** Whether the decision can't be undone. */
  readonly final: boolean;
  /** Sends the decision. @param key the idempotency key */
  readonly send: (api: ReferralsClient, id: string, reason: string, key: string) => Promise<unknown>;
}

const request = (
  id: string,
  reason: string,
  key: string,
): { params: { path: { id: string }; header: { 'Idempotency-Key': string } }; body: { reason: string } } => ({
  params: { path: { id }, header: { 'Idempotency-Key': key } },
  body: { reason },
});

export const DECISIONS: Readonly<Record<DecisionKind, Decision>> = {
  approve: {
    title: words.approveTitle,
    advice: words.approveAdvice,
    submit: words.approve,
    done: words.approved,
    final: false,
    send: (api, ...what) => answer(api.POST('/api/referrals/{id}/approve', request(...what))),
  },
  void: {
    title: words.voidTitle,
    advice: words.voidAdvice,
    submit: words.void,
    done: words.voided,
    final: true,
    send: (api, ...what) => answer(api.POST('/api/referrals/{id}/void', request(...what))),
  },
  release: {
    title: words.releaseTitle,
    advice: words.releaseAdvice,
    submit: words.release,
    done: words.released,
    final: false,
    send: (api, ...what) => answer(api.POST('/api/reviews/{id}/approve', request(...what))),
  },
  reject: {
    title: words.rejectTitle,
    advice: words.rejectAdvice,
    submit: words.reject,
    done: words.rejected,
    final: true,
    send: (api, ...what) => answer(api.POST('/api/reviews/{id}/reject', request(...what))),
  },
};

interface Deciding {
  readonly error: Error | null;
  readonly busy: boolean;
  readonly decide: (reason: string) => void;
}

/**
 * Sends a decision. The same reason sent again, by a double click or after a lost answer, is the same request. After any
 * answer, everything about referrals is fetched again.
 */
export function useDecision(kind: DecisionKind, id: string, onDone: () => void): Deciding {
  const say = useSay();
  const notify = useNotify();
  const api = useApi();
  const queries = useQueryClient();
  const sent = useRef({ reason: '', key: '' });
  const underway = useRef(false); // a second click may come before the next render
  const { done, send } = DECISIONS[kind];
  const { mutate, error, isPending } = useMutation({
    mutationFn: (reason: string) => {
      if (sent.current.reason !== reason) sent.current = { reason, key: idempotencyKey() };
      return send(api, id, reason, sent.current.key);
    },
    onSettled: () => {
      underway.current = false;
      return queries.invalidateQueries({ queryKey: REFERRALS });
    },
    onSuccess: () => {
      notify(say(done));
      onDone();
    },
  });
  return {
    error,
    busy: isPending,
    decide: (reason) => {
      if (underway.current) return;
      underway.current = true;
      mutate(reason);
    },
  };
}
