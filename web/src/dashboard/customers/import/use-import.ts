import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, idempotencyKey, type Schemas } from 'referrals-sdk';
import { useApi } from '../../../api/api-context.js';
import { CUSTOMERS } from '../customer.queries.js';
import type { CustomerTable } from './customer-table.js';
import { type Chunk, csvOf, nextChunk, NOTHING_DONE, type Tally, withAnswer } from './tally.js';

type Phase = 'ready' | 'running' | 'stopped' | 'done';

/** An import that can be stopped and continued. */
export interface Import {
  readonly phase: Phase;
  readonly tally: Tally;
  /** Why the import stopped; null: the user stopped it. */
  readonly error: Error | null;
  /** Starts or continues the import. */
  readonly run: () => void;
  readonly stop: () => void;
}

/** Imports a file in chunks, one after the other. Leaving the page stops it. */
export function useImport(table: CustomerTable): Import {
  const queries = useQueryClient();
  const [phase, setPhase] = useState<Phase>('ready');
  const [tally, setTally] = useState(NOTHING_DONE);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController>(null);
  const send = useSendChunk(table);
  useEffect(() => () => running.current?.abort(), []);
  useWarningBeforeLeaving(phase === 'running');

  const sendAll = async (signal: AbortSignal): Promise<void> => {
    let now = tally;
    while (now.done < table.rows.length) {
      const chunk = nextChunk(table, now);
      const answered = chunk.rows.length === 0 ? undefined : await send({ chunk, start: now.done, signal });
      now = withAnswer(now, chunk, answered);
      setTally(now);
      signal.throwIfAborted();
    }
  };
  const run = (): void => {
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setPhase('running');
    sendAll(controller.signal)
      .then(() => {
        setPhase('done');
      })
      .catch((reason: unknown) => {
        setError(controller.signal.aborted ? null : (reason as Error));
        setPhase('stopped');
      })
      .finally(() => void queries.invalidateQueries({ queryKey: CUSTOMERS }));
  };
  return { phase, tally, error, run, stop: () => running.current?.abort() };
}

interface Sent {
  readonly chunk: Chunk;
  /** The number of rows before the chunk. */
  readonly start: number;
  readonly signal: AbortSignal;
}

/** Returns a function that sends one chunk. A chunk keeps its idempotency key, so a retry is not processed twice. */
function useSendChunk({ columns }: CustomerTable): (sent: Sent) => Promise<Schemas['ImportAnswer']> {
  const api = useApi();
  const [keys] = useState(() => new Map<number, string>());
  const { mutateAsync } = useMutation({
    mutationFn: ({ chunk, start, signal }: Sent) => {
      const key = keys.get(start) ?? idempotencyKey();
      keys.set(start, key);
      return answer(
        api.POST('/api/customers/import', {
          body: csvOf(columns, chunk.rows),
          bodySerializer: (text) => text,
          headers: { 'content-type': 'text/csv; charset=utf-8', 'idempotency-key': key },
          signal,
        }),
      );
    },
  });
  return mutateAsync;
}

/** Asks before the window is closed during an import. */
function useWarningBeforeLeaving(running: boolean): void {
  useEffect(() => {
    if (!running) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [running]);
}
