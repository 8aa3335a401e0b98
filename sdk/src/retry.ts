/** The service is overloaded, draining, or not to be reached behind its proxy: another moment may do. */
const PASSING = [429, 502, 503, 504];
const FIRST_WAIT_MS = 300;
/** Longer than this nobody wants to look at a page that does nothing: the refusal is theirs to see. */
const LONGEST_WAIT_MS = 5000;

type Fetch = (request: Request) => Promise<Response>;

/** `fetch` that sends a request again when another moment may do: its waits double, and `Retry-After` is kept to. */
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

/** Undefined: no answer came, and the request may be sent again. A request that was called off is not. */
async function send(request: Request, last: boolean): Promise<Response | undefined> {
  try {
    return await fetch(request);
  } catch (error) {
    if (last || request.signal.aborted) throw error;
    return undefined;
  }
}

/** By HTTP's own words (RFC 9110, section 9.2.2), or because its key makes it one request however often it comes. */
const canBeSentAgain = ({ method, headers }: Request): boolean =>
  ['GET', 'HEAD', 'PUT', 'DELETE'].includes(method) || headers.has('idempotency-key');

function waitOf(answer: Response, attempt: number): number {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : FIRST_WAIT_MS * 2 ** attempt;
}
