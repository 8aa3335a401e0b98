import { createContext, type JSX, type ReactNode, useContext, useState } from 'react';
import type { Versioned } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';
import { useDebouncedValue } from '@mantine/hooks';
import type { UseQueryResult } from '@tanstack/react-query';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { conflictMessages } from '../../messages/conflict.js';
import { settingsMessages } from '../../messages/settings.js';
import { useTenant } from '../../session/tenant-context.js';
import { conflictOf, type Difference } from '../../ui/conflict.js';
import { useNotify } from '../../ui/use-notify.js';
import { NO_NUMBER, type Refusal, refusalText } from './field-problem.js';
import {
  type Config,
  type Draft,
  draftOf,
  type DraftReading,
  isChanged,
  readDraft,
  type SaveConfig,
  type Writing,
} from './program-draft.js';
import { type Preview, usePreview, useSaveProgram, useShowProgram } from './settings.queries.js';
import { isSaved, programDifferences } from './version-changes.js';

type Refusals = Partial<Record<keyof Draft, Refusal>>;

interface ProgramForm {
  readonly draft: Draft;
  readonly reading: DraftReading;
  readonly writing: Writing;
  readonly changed: boolean;
  readonly change: (changes: Partial<Draft>) => void;
  readonly discard: () => void;
  readonly save: () => void;
  readonly saving: boolean;
  /** Describes the problem of a field; null if there is none. */
  readonly problemOf: (field: keyof Draft) => string | null;
  /** The number of fields that the last save was refused for. */
  readonly problems: number;
  /** Why saving failed, if neither a field nor somebody else's change was the cause. */
  readonly failure: Error | null;
  /** Somebody else's change, for which saving was refused. */
  readonly conflict: ProgramConflict | null;
}

interface ProgramConflict {
  readonly differences: readonly Difference[];
  readonly loadTheirs: () => void;
  readonly saveMine: () => void;
  readonly dismiss: () => void;
}

const ProgramFormContext = createContext<ProgramForm | null>(null);

/** Provides the program form: the saved program, the typed changes and the API's refusals. */
export function ProgramFormProvider({
  program,
  children,
}: {
  program: Versioned<Config>;
  children: ReactNode;
}): JSX.Element {
  const say = useSay();
  const notify = useNotify();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const writing = { currency, locale };
  /** Only the typed fields: the others follow the saved program, whoever saves it. */
  const [typed, setTyped] = useState<Partial<Draft>>({});
  /** The version that the typing began with. A later one that arrives meanwhile must not be overwritten unseen. */
  const [base, setBase] = useState<string>();
  const [refusals, setRefusals] = useState<Refusals>({});
  const { mutate, isPending, error, reset, variables } = useSaveProgram();
  const show = useShowProgram();
  const saved = program.state;

  const draft = { ...draftOf(saved, writing), ...typed };
  const reading = readDraft(draft, writing);
  const changed = reading.request === null || isChanged(reading.request, saved);

  const refuse = (found: Refusals): void => {
    setRefusals(found);
    focusFirst(Object.keys(found));
  };
  const startOver = (): void => {
    setTyped({});
    setBase(undefined);
    setRefusals({});
    reset();
  };
  const done = ({ referral_enabled }: Config): void => {
    // Fields typed during the save are not saved yet.
    setTyped((now) => (now === typed ? {} : now));
    setBase(undefined);
    setRefusals({});
    const what = referral_enabled ? settingsMessages.savedOn : settingsMessages.savedOff;
    notify(say(what), say(settingsMessages.saved));
  };
  const send = (request: SaveConfig, etag: string | undefined): void => {
    mutate(
      { request, etag },
      {
        onSuccess: ({ state }) => {
          done(state);
        },
        onError: (problem) => {
          const theirs = conflictOf<Config>(problem);
          if (theirs !== null && isSaved(theirs.state, request)) {
            // Our own save, sent again after its answer was lost.
            show(theirs);
            reset();
            done(theirs.state);
          } else refuse(fieldsOf(problem) ?? {});
        },
      },
    );
  };
  const theirs = conflictOf<Config>(error);
  const form: ProgramForm = {
    draft,
    reading,
    writing,
    changed,
    saving: isPending,
    problems: Object.keys(refusals).length,
    failure: error !== null && fieldsOf(error) === null && theirs === null ? error : null,
    conflict:
      theirs === null || variables === undefined
        ? null
        : {
            differences: programDifferences(theirs.state, variables.request, writing),
            loadTheirs: () => {
              show(theirs);
              startOver();
              notify(say(conflictMessages.loaded));
            },
            saveMine: () => {
              send(variables.request, theirs.etag);
            },
            dismiss: reset,
          },
    problemOf: (field) => {
      const refusal = refusals[field];
      return refusal === undefined ? null : refusalText(refusal, field, writing);
    },
    change: (changes) => {
      setTyped((before) => ({ ...before, ...changes }));
      setBase((before) => before ?? program.etag);
      setRefusals((before) => without(before, Object.keys(changes)));
    },
    discard: startOver,
    save: () => {
      if (isPending) return;
      if (reading.request === null) {
        refuse(Object.fromEntries(reading.unreadable.map((field) => [field, NO_NUMBER])));
        return;
      }
      send(reading.request, base ?? program.etag);
    },
  };
  return <ProgramFormContext value={form}>{children}</ProgramFormContext>;
}

/** Returns the program form around a component. */
export function useProgramForm(): ProgramForm {
  const form = useContext(ProgramFormContext);
  if (form === null) throw new Error('There is no form outside of ProgramFormProvider.');
  return form;
}

/** Returns the first refusal of each field on the page; null if the error is about none of them. */
function fieldsOf(error: Error): Refusals | null {
  if (!(error instanceof ProblemError) || error.errors.length === 0) return null;
  const refusals: Record<string, Refusal> = {};
  for (const { field, ...refusal } of error.errors) refusals[field] ??= refusal;
  return refusals;
}

const without = (refusals: Refusals, fields: readonly string[]): Refusals =>
  Object.fromEntries(Object.entries(refusals).filter(([field]) => !fields.includes(field)));

/** Focuses the first of the fields in the order of the page, and unfolds its section. */
function focusFirst(fields: readonly string[]): void {
  const found = fields
    .map((field) => document.getElementById(field))
    .filter((element) => element !== null)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const details = found[0]?.closest('details');
  if (details) details.open = true;
  found[0]?.focus();
}

const TYPING_MS = 500;

/** Fetches the preview of the typed program when the typing pauses. */
export function useTypedPreview(): UseQueryResult<Preview> {
  const { reading } = useProgramForm();
  // Compared as text: the same program typed again needs no new preview.
  const [asked] = useDebouncedValue(JSON.stringify(reading.request), TYPING_MS);
  return usePreview(JSON.parse(asked) as typeof reading.request);
}
