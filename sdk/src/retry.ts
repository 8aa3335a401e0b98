/** The service is overloaded, shutting down, or unreachable behind its proxy: a retry may succeed. */
const PASSING = [429, 502, 503, 504];
const FIRST_WAIT_MS = 300;
/** A user should not wait longer in front of a page that does nothing; show the refusal instead. */
const LONGEST_WAIT_MS = 5000;

type Fetch = (request: Request) => Promise<Response>;

/** Fetches with retries. The waits double, and `Retry-After` is respected. */
export const fetchPatiently =
  (retries: number): Fetch =>
  async (request) => {
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= retries || !canBeSentAgain(request);
      const answer = await send(request.clone(), last);
      const wait = answer === undefined ? FIRST_WAIT_MS * 2 ** attempt : waitOf(answer, attempt);
      if (answer !== undefined && (last || !PASSING.includes(answer.status) || wait > LONGEST_WAIT_MS))
        return answer;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };

/** Sends the request; undefined means no answer came and it may be retried. An aborted request throws. */
async function send(request: Request, last: boolean): Promise<Response | undefined> {
  try {
    return await fetch(request);
  } catch (error) {
    if (last || request.signal.aborted) throw error;
    return undefined;
  }
}

/** Tells whether a retry is safe: the method is idempotent (RFC 9110, section 9.2.2), or the request has an idempotency key. */
const canBeSentAgain = ({ method, headers }: Request): boolean =>
  ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method) || headers.has('idempotency-key');

function waitOf(answer: Response, attempt: number): number {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : FIRST_WAIT_MS * 2 ** attempt;
}
