import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import { randomBytes } from 'node:crypto';
import { adjust, changePromo, createPromo, decide, review, save, voidReward } from './deciding.js';
import { checkTheEnd } from './ending.js';
import { enroll } from './enrolling.js';
import { History, type Person, prefer, type Stage } from './history.js';
import { everyRewardIsAsPromised } from './offer-invariants.js';
import { invoiceOf, redeem, reverse } from './invoicing.js';
import { statusOf } from './model.js';
import type { Plan, Step } from './plan.js';

/** Plays a history against the service. @throws Disagreement if something is not as it was said */
export async function play(stage: Stage, plan: Plan): Promise<void> {
  const history = await begin(stage, plan);
  for (const promo of plan.promos) await createPromo(history, promo);
  for (const step of plan.steps) {
    if (step === null) continue;
    await PERFORM[step.kind](history, step as never, plan);
    await everyRewardIsAsPromised(history);
  }
  await checkTheEnd(history);
}

/** Creates a tenant with its program and two referrers. */
async function begin(stage: Stage, { currency, start, terms, holdsDisposable }: Plan): Promise<History> {
  const history = new History(stage, new Date(start), terms);
  const { tokens } = stage.app;
  history.begin(`a tenant in ${currency}${holdsDisposable ? ', which holds disposable addresses' : ''}`);
  const body = { slug: `t-${randomBytes(6).toString('hex')}`, name: 'Some Tenant', currency };
  const token = tokens.issue({ audience: 'platform', subject: 'test' });
  const tenant = await history.call<TenantAnswer>('POST', '/api/tenants', { token, body, expected: 201 });
  Object.assign(history.tenant, { id: tenant.id, slug: tenant.slug, currency });
  history.admin = tokens.issue({ audience: 'tenant-admin', subject: 'usr_test', tenantId: tenant.id });
  await save(history, terms, true);
  if (holdsDisposable) await history.asAdmin('PUT', '/api/abuse-rules', { disposable_domain: 'hold' });
  for (const name of ['Ann', 'Bob']) {
    const person = { name, email: `${name.toLowerCase()}@example.com` };
    const { id } = await history.asAdmin<CustomerAnswer>('POST', '/api/customers', person, 201);
    history.name(id, name);
    const own = tokens.issue({ audience: 'customer', subject: id, tenantId: tenant.id });
    history.people.push({ ...person, id, token: own });
  }
  return history;
}

type Performers = {
  readonly [Kind in Step['kind']]: (
    history: History,
    step: Extract<Step, { kind: Kind }>,
    plan: Plan,
  ) => Promise<void>;
};

const PERFORM: Performers = {
  enroll: (history, step, { holdsDisposable }) => enroll(history, step, holdsDisposable),
  invoice,
  adjust,
  wait: (history, { hours }) => {
    history.wait(hours);
    return Promise.resolve();
  },
  decide: (history, { referral, how }) => decide(history, referral, how),
  'void reward': (history, { reward }) => voidReward(history, reward),
  review: (history, { review: number, how }) => review(history, number, how),
  reverse: takeBackInvoice,
  save: (history, { terms }) => save(history, terms, true),
  switch: (history) => save(history, history.terms, !history.enabled),
  'change promo': (history, { promo, to }) => changePromo(history, promo, to),
};

async function invoice(history: History, step: Extract<Step, { kind: 'invoice' }>): Promise<void> {
  const { people, rewards, now } = history;
  const hasSomething = ({ id, promo }: Person): boolean =>
    promo?.usedBy === null ||
    rewards.some((one) => one.ownerId === id && ['available', 'applied'].includes(statusOf(one, now)));
  const person = prefer(people, hasSomething, step.who);
  if (person === undefined) return;
  history.begin(`${person.name} gets an invoice of ${step.amount}`);
  await redeem(history, person, invoiceOf(history, person, step.amount), step);
}

async function takeBackInvoice(history: History, step: Extract<Step, { kind: 'reverse' }>): Promise<void> {
  const found = prefer(history.invoices, ({ applied, reversed }) => applied > 0 && !reversed, step.invoice);
  if (found === undefined) return;
  const part = step.permille === null ? 'all' : `${step.permille / 10} %`;
  history.begin(`${part} of ${found.request.invoice_id} is reversed`);
  await reverse(history, found, step.permille);
}
