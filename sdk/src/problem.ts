/** What is wrong with one field of a request. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemBody {
  readonly title: string;
  readonly detail?: string;
  readonly code: string;
  readonly request_id?: string;
  readonly errors?: readonly FieldProblem[];
}

/** What the API refused, and why: its problem details (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  private constructor(
    readonly status: number,
    /** Stable, for programs: `validation_failed`, `customer_not_found` … */
    readonly code: string,
    /** For people, in English. */
    readonly detail: string,
    /** Names the request in the service's log. */
    readonly requestId: string | undefined,
    /** A wrong request's fields, each by the path that the request gave it. */
    readonly errors: readonly FieldProblem[],
    /** How long to wait before the call is sent again. */
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(`${status} ${code}: ${detail}`);
  }

  /** Of an answer that is none of ours, such as a proxy's, the code is `http_502`. */
  static async of(response: Response): Promise<ProblemError> {
    const { status, statusText } = response;
    const body = (await problemIn(response)) ?? { title: statusText, code: `http_${status}` };
    const { title, detail = title, code, request_id, errors = [] } = body;
    return new ProblemError(status, code, detail, request_id, errors, retryAfterSeconds(response));
  }

  /** The messages of a field, such as `email`; none: that field is not what was wrong. */
  errorsOf(field: string): readonly FieldProblem[] {
    return this.errors.filter((error) => error.field === field);
  }
}

/** The problem of the answer; undefined: it holds none. */
async function problemIn(response: Response): Promise<ProblemBody | undefined> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem ? ((await response.clone().json()) as ProblemBody) : undefined;
}

/** The service says seconds; a date, as others may, is not read. */
function retryAfterSeconds({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
