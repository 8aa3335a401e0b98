import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';

/** The counters of the service. Each application has its own registry, so that two in one process don't collide. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private observesProcess = false;

  private readonly requests = this.counter('http_requests', 'HTTP requests answered', [
    'method',
    'route',
    'status',
  ]);
  private readonly rateLimited = this.counter('rate_limited', 'Requests rejected by a rate limit', [
    'policy',
  ]);
  private readonly guessingAlarms = this.counter('guessing_alarms', 'Alarms about codes being guessed', [
    'subject',
  ]);
  private readonly codes = this.counter('codes_checked', 'Codes checked by public requests', ['outcome']);

  /**
   * Counts a response.
   * @param route as it was registered, so that ids in paths don't each create a series
   */
  countRequest(method: string, route: string, status: number): void {
    this.requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
  }

  countRateLimited(policy: string): void {
    this.rateLimited.inc({ policy });
  }

  countGuessingAlarm(subject: string): void {
    this.guessingAlarms.inc({ subject });
  }

  countCodeCheck(hit: boolean): void {
    this.codes.inc({ outcome: hit ? 'hit' : 'miss' });
  }

  /** Returns all metrics in the Prometheus text format. Collection of process metrics starts with the first call. */
  text(): Promise<string> {
    if (!this.observesProcess) collectDefaultMetrics({ register: this.registry });
    this.observesProcess = true;
    return this.registry.metrics();
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `referrals_${name}_total`, help, labelNames, registers: [this.registry] });
  }
}

/** Counts every response by route and status class. */
export function countRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', ({ method, routeOptions }, { statusCode }, done) => {
    metrics.countRequest(method, routeOptions.url ?? 'none', statusCode);
    done();
  });
}
