/** What became of a call, in a word that is kept; the receiver's own words are not. */
export type AttemptError =
  | 'address_not_allowed'
  | 'connection_failed'
  | 'gone'
  | 'http_error'
  | 'name_not_resolved'
  | 'redirect'
  | 'timeout';

/** One call: the status it was answered with, if it was, and what was wrong with that. */
export interface Attempt {
  readonly status: number | null;
  readonly error: AttemptError | null;
  /** The receiver's `Retry-After`, in milliseconds; 0 without one. */
  readonly askedMs: number;
}

/** What an answer means: only 2xx says that it has arrived, and a redirect is not followed. */
export function errorOf(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'http_error';
}
