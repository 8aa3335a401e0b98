import type { Page } from '../../src/core/http/page.js';
import type { ProblemBody, Reply, TestApp } from '../support/app.js';

const MEMBERS = ['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id', 'errors'];
/** The refusals that also contain what applies now. */
const WITH_CURRENT = ['version_conflict', 'total_changed'];

/** A frame of a stack, or words of a statement, in a text that a stranger reads. */
const INSIDE =
  /\bat \S+ \(|\.[jt]s:\d|node_modules|select .+ from|insert into|update .+ set|violates|pg_|SQLSTATE/i;

/** All that anybody is told of an error that nobody expected. */
const UNEXPECTED = 'An unexpected error occurred. The server log contains it under the request id.';

/** An error answer as every route gives it: RFC 9457, a stable code, an id to ask for, and nothing of the inside. */
export function expectProblem(reply: Reply, status: number, code: string): ProblemBody {
  const body = reply.body as ProblemBody;
  expect({ status: reply.status, code: body.code }).toEqual({ status, code });
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
  expect(body).toMatchObject({ status, type: `urn:referrals:problem:${code}` });
  expect(body.request_id).toMatch(/^req_[0-9a-z]{26}$/);
  expect(reply.headers.get('x-request-id')).toBe(body.request_id);
  const more = WITH_CURRENT.includes(code) ? ['current'] : [];
  expect(Object.keys(body).filter((member) => !MEMBERS.includes(member))).toEqual(more);
  expect(JSON.stringify(body)).not.toMatch(INSIDE);
  if (status === 500) expect(body.detail).toBe(UNEXPECTED);
  return body;
}

/** A 422 that names exactly these fields. */
export function expectInvalid(reply: Reply, ...fields: string[]): ProblemBody {
  const problem = expectProblem(reply, 422, 'validation_failed');
  expect(new Set((problem.errors ?? []).map(({ field }) => field))).toEqual(new Set(fields));
  return problem;
}

/** Everything that is stored. */
export const stored = (app: TestApp): Promise<Record<string, string>> => app.database.digests();

/** Does something that must leave no trace, and makes sure that it left none. */
export async function inVain<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const before = await stored(app);
  const result = await work();
  expect(await stored(app)).toEqual(before);
  return result;
}

/** Every page of a list, from the first to the last. */
export async function pagesOf<Item>(app: TestApp, path: string, token: string, limit = 2): Promise<Item[][]> {
  const pages: Item[][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? `limit=${limit}` : `limit=${limit}&cursor=${cursor}`;
    const { body } = await app.get<Page<Item>>(`${path}${path.includes('?') ? '&' : '?'}${query}`, token);
    pages.push(body.data);
    expect(body.has_more).toBe(body.next_cursor !== null);
    cursor = body.next_cursor;
  }
  return pages;
}

/** The types of a tenant's events, in the order in which they were written. */
export async function eventsOf(app: TestApp, tenant: { id: string }): Promise<string[]> {
  const rows = await app.database.sql<{ type: string }>(
    'select type from outbox_event where tenant_id = $1 order by id',
    [tenant.id],
  );
  return rows.map(({ type }) => type);
}

/** A copy with some of it changed. */
export const changed = <T extends object>(original: T, changes: object): T => ({ ...original, ...changes });

/** A copy that lacks one field. */
export const without = (original: object, field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(original).filter(([key]) => key !== field));

export const platformToken = (app: TestApp): string =>
  app.tokens.issue({ audience: 'platform', subject: 'ops@example.com' });
