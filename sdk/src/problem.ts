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
  readonly current?: unknown;
}

/** A refusal of the API, from its problem details (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  readonly status: number;
  /** A stable code for programs: `validation_failed`, `customer_not_found` … */
  readonly code: string;
  /** A sentence for people, in English. */
  readonly detail: string;
  /** Identifies the request in the service's log. */
  readonly requestId: string | undefined;
  /** The invalid fields, each by its path in the request. */
  readonly errors: readonly FieldProblem[];
  /** The current state, if the request expected another: the resource for `version_conflict`. */
  readonly current: unknown;
  /** The version of `current`, to be sent as `If-Match`. */
  readonly etag: string | undefined;
  /** How long to wait before a retry. */
  readonly retryAfterSeconds: number | undefined;

  private constructor(response: Response, body: ProblemBody) {
    const { code, detail = body.title } = body;
    super(`${response.status} ${code}: ${detail}`);
    this.status = response.status;
    this.code = code;
    this.detail = detail;
    this.requestId = body.request_id;
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.etag = etagOf(response);
    this.retryAfterSeconds = retryAfterSeconds(response);
  }

  /** Reads the problem of a response. Without problem details, as from a proxy, the code is `http_502`. */
  static async of(response: Response): Promise<ProblemError> {
    const { status, statusText } = response;
    const body = (await problemIn(response)) ?? { title: statusText, code: `http_${status}` };
    return new ProblemError(response, body);
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

/**
 * Returns the entity tag of a response, to be sent as `If-Match`. A proxy that compresses makes it weak (`W/"3"`), which
 * would match nothing; it names the same version.
 */
export const etagOf = ({ headers }: Response): string | undefined =>
  headers.get('etag')?.replace(/^W\//, '') ?? undefined;

/** Reads `Retry-After` in seconds. A date, which the service never sends, is ignored. */
function retryAfterSeconds({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
