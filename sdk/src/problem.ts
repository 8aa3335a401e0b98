/** A problem of one field of a request. */
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

/** A refusal of the API, from its problem details (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  private constructor(
    readonly status: number,
    /** A stable code for programs: `validation_failed`, `customer_not_found` … */
    readonly code: string,
    /** A sentence for people, in English. */
    readonly detail: string,
    /** Identifies the request in the service's log. */
    readonly requestId: string | undefined,
    /** The invalid fields, each by its path in the request. */
    readonly errors: readonly FieldProblem[],
    /** How long to wait before a retry. */
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(`${status} ${code}: ${detail}`);
  }

  /** Reads the problem of a response. Without problem details, as from a proxy, the code is `http_502`. */
  static async of(response: Response): Promise<ProblemError> {
    const { status, statusText } = response;
    const body = (await problemIn(response)) ?? { title: statusText, code: `http_${status}` };
    const { title, detail = title, code, request_id, errors = [] } = body;
    return new ProblemError(status, code, detail, request_id, errors, retryAfterSeconds(response));
  }

  /** Returns the problems of one field, such as `email`. */
  errorsOf(field: string): readonly FieldProblem[] {
    return this.errors.filter((error) => error.field === field);
  }
}

/** Reads the problem details of a response; undefined if it has none. */
async function problemIn(response: Response): Promise<ProblemBody | undefined> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem ? ((await response.clone().json()) as ProblemBody) : undefined;
}

/** Reads `Retry-After` in seconds. A date, which the service never sends, is ignored. */
function retryAfterSeconds({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
