import { request } from 'node:http';
import type { AbuseRulesAnswer, SaveAbuseRulesRequest } from '../../src/referral/abuse/abuse-rules.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import type { Reply, TestApp } from '../support/app.js';
import { anEmail, type TestTenant } from '../support/factories.js';

/** Every rule off, so that a test switches on what it is about. */
const ALL_OFF = {
  same_email: 'off',
  same_phone: 'off',
  disposable_domain: 'off',
  velocity_referrer: 'off',
  velocity_address: 'off',
  same_address: 'off',
} as const;

/** Saves a tenant's rules; those that are not named are off. */
export async function saveRules(
  app: TestApp,
  tenant: TestTenant,
  rules: SaveAbuseRulesRequest,
): Promise<AbuseRulesAnswer> {
  const { status, body } = await app.put<AbuseRulesAnswer>(
    '/api/abuse-rules',
    Object.assign({}, ALL_OFF, rules),
    tenant.admin,
  );
  expect(status).toBe(200);
  return body;
}

interface Person {
  name?: string;
  email?: string;
  phone?: string;
  referral_code?: string;
  promo_code?: string;
}

/** An enrollment in public that comes from an address of this machine: 127.0.0.1 to 127.255.255.254 are all of them. */
export function enrollFrom(
  app: TestApp,
  tenant: Pick<TestTenant, 'slug'>,
  localAddress: string,
  person: Person,
): Promise<Reply<EnrollmentAnswer>> {
  const body = JSON.stringify({ tenant_slug: tenant.slug, name: 'New Friend', email: anEmail(), ...person });
  return new Promise((resolve, reject) => {
    const sent = request(
      `${app.url}/api/enrollments`,
      { method: 'POST', localAddress, agent: false, headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const headers = new Headers(answer.headers as Record<string, string>);
          resolve({ status: answer.statusCode ?? 0, headers, body: JSON.parse(text) as EnrollmentAnswer });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The queue, newest first. */
export async function queueOf(app: TestApp, tenant: TestTenant, query = ''): Promise<ReviewAnswer[]> {
  const { status, body } = await app.get<Page<ReviewAnswer>>(`/api/reviews${query}`, tenant.admin);
  expect(status).toBe(200);
  return body.data;
}

/** What each rule has found, of those that found anything: `same_email: 2 matched, 1 held`. */
export async function countsOf(app: TestApp, tenant: TestTenant): Promise<string[]> {
  const { body } = await app.get<AbuseRulesAnswer>('/api/abuse-rules', tenant.admin);
  return body.last_30_days
    .filter(({ matched }) => matched > 0)
    .map(({ rule, matched, held }) => `${rule}: ${matched} matched, ${held} held`);
}
