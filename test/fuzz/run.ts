import fc from 'fast-check';
import { type Answer, Judge } from './answers.js';
import { type Document, type Operation, operationsOf } from './document.js';
import { type FuzzRequest, sortsFor } from './requests.js';
import type { Stage } from './stage.js';
import type { Wire } from './wire.js';

/** A kind of what should not have been: how often it was, and the first of it. */
interface Finding {
  count: number;
  readonly first: string;
}

const AT_ONCE = 8;
const SHOWN = 600;

/** What all requests were answered. */
export class Run {
  requests = 0;
  readonly statuses = new Map<number, number>();
  readonly findings = new Map<string, Finding>();
  /** The statuses that each operation has answered. */
  readonly seen = new Map<string, Set<number>>();
  readonly operations: readonly Operation[];
  private readonly judge: Judge;

  constructor(
    private readonly document: Document,
    private readonly stage: Stage,
    private readonly wire: Wire,
  ) {
    this.operations = operationsOf(document);
    this.judge = new Judge(document);
  }

  /** @param count requests for each operation at the least; more for one with many fields */
  async everyOperation(count: number, seed: number): Promise<void> {
    for (const operation of this.operations) {
      await this.stage.prepare(operation);
      // In parts, so that later requests know what earlier ones have made.
      for (const part of [0, 1]) {
        await inTurns(this.drawn(operation, count / 2, seed + part), (one) => this.try(operation, one));
      }
    }
  }

  private drawn(operation: Operation, count: number, seed: number): FuzzRequest[] {
    const sorts = sortsFor(operation, this.stage);
    const atLeast = sorts.reduce((sum, [, runs]) => sum + runs, 0);
    const times = Math.max(1, count / atLeast);
    return sorts.flatMap(([requests, runs]) =>
      fc.sample(requests, { numRuns: Math.ceil(runs * times), seed }),
    );
  }

  /** Every method that a path does not have. */
  async otherMethods(): Promise<void> {
    for (const [path, item] of Object.entries(this.document.paths)) {
      const address = path.replace(/\{[^}]+\}/g, 'no_such_id');
      const known = Object.keys(item).map((method) => method.toUpperCase());
      const others = METHODS.filter((method) => !known.includes(method) && !this.isElsewhere(method, path));
      for (const method of others) {
        const request = { method, path: address, headers: {}, ours: false };
        const answer = await this.answerTo(`${method} ${path}`, request);
        if (answer === undefined) continue;
        const allowed = String(answer.headers.allow).split(', ');
        const flaw = known.every((one) => allowed.includes(one))
          ? this.flawOfOther(method, answer)
          : 'wrong Allow';
        if (flaw !== undefined) this.find(`${method} ${path}: ${flaw}`, request, answer);
      }
    }
  }

  /** Documented refusals that are the caller's, and that nobody was given. */
  unseen(): string[] {
    return this.operations.flatMap(({ name, answers }) =>
      Object.keys(answers)
        .filter((status) => ['401', '403', '404', '409', '422'].includes(status))
        .filter((status) => this.seen.get(name)?.has(Number(status)) !== true)
        .map((status) => `${name} ${status}`),
    );
  }

  /** Operations that never did what they are for. */
  neverDone(): string[] {
    return this.operations
      .filter(({ name }) => ![...(this.seen.get(name) ?? [])].some((status) => status >= 200 && status < 300))
      .map(({ name }) => `${name}: ${[...(this.seen.get(name) ?? [])].join(', ')}`);
  }

  private async try(operation: Operation, request: FuzzRequest): Promise<void> {
    const answer = await this.answerTo(operation.name, request);
    if (answer === undefined) return;
    const flaw = this.judge.flawIn(operation, answer);
    if (flaw !== undefined) this.find(`${operation.name}: ${flaw}`, request, answer);
    const { body } = operation;
    if (answer.status < 300 && body !== undefined && !this.judge.allows(body, String(request.body))) {
      this.find(`${operation.name}: takes a body that the document does not allow`, request, answer);
    }
    if (request.ours) this.stage.learn(operation, answer);
  }

  private async answerTo(name: string, request: FuzzRequest): Promise<Answer | undefined> {
    this.requests++;
    try {
      const answer = await this.wire.send(request);
      this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
      this.seen.set(name, (this.seen.get(name) ?? new Set()).add(answer.status));
      if (answer.status >= 500) this.find(`${name}: ${answer.status}`, request, answer);
      return answer;
    } catch (error) {
      this.find(`${name}: no answer, ${String(error)}`, request);
      return undefined;
    }
  }

  private flawOfOther(method: string, { status, ...answer }: Answer): string | undefined {
    const right = method === 'OPTIONS' ? 204 : 405;
    if (status !== right) return `${status} instead of ${right}`;
    return status === 204 ? undefined : this.judge.flawInProblem({ status, ...answer });
  }

  /** `POST /api/promos/validate` is also how `/api/promos/{id}` can be read. */
  private isElsewhere(method: string, path: string): boolean {
    return this.operations.some(
      (operation) =>
        operation.method === method &&
        new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    );
  }

  private find(what: string, request: FuzzRequest, answer?: Answer): void {
    const found = this.findings.get(what);
    if (found !== undefined) {
      found.count++;
      return;
    }
    const { method, path, headers, body } = request;
    const sent = [method, path, JSON.stringify(headers), String(body)].join(' ').slice(0, SHOWN);
    this.findings.set(what, {
      count: 1,
      first: `${sent} -> ${answer?.status} ${answer?.text.slice(0, SHOWN)}`,
    });
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A few at a time. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
