import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { idempotencyKey } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { useNotify } from '../../ui/use-notify.js';
import { type DecisionKind, DECISIONS } from './decisions.js';

interface Deciding {
  readonly error: Error | null;
  readonly busy: boolean;
  readonly decide: (reason: string) => void;
}

/**
 * Sends a decision. The same reason sent again, by a double click or after a lost answer, is the same request; after it,
 * also after a refusal, everything about referrals is asked for anew.
 */
export function useDecision(kind: DecisionKind, id: string, onDone: () => void): Deciding {
  const say = useSay();
  const notify = useNotify();
  const api = useApi();
  const queries = useQueryClient();
  const sent = useRef({ reason: '', key: '' });
  const underway = useRef(false); // two clicks may come before the page is drawn again
  const { done, send } = DECISIONS[kind];
  const { mutate, error, isPending } = useMutation({
    mutationFn: (reason: string) => {
      if (sent.current.reason !== reason) sent.current = { reason, key: idempotencyKey() };
      return send(api, id, reason, sent.current.key);
    },
    onSettled: () => {
      underway.current = false;
      return queries.invalidateQueries({ queryKey: ['referrals'] });
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
