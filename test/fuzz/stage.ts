import { KEY_SCOPES } from '../../src/core/auth/key-scope.js';
import { anOpenReview, aReward, aScene, aWaitingReferral, type Scene } from '../e2e/scene.js';
import { platformToken } from '../e2e/expectations.js';
import { saveRules } from '../e2e/suspects.js';
import { BAD_TOKENS } from '../e2e/tokens.js';
import { ISSUER, type TestApp } from '../support/app.js';
import { aCustomer, anApiKey, aPromo, aReferee, aTenant, redeem, saveProgram } from '../support/factories.js';
import type { Answer } from './answers.js';
import { type Operation, placeholdersIn } from './document.js';

/** As many things of each kind are remembered, the newest first. */
const REMEMBERED = 12;

/**
 * The hooks: how to make one more thing of a kind, by the word before its id in a path, for what an operation uses up or
 * changes for good. A kind without one is learnt from what its own list and its own POST answer.
 */
const MAKERS: Record<string, (scene: Scene) => Promise<string | undefined>> = {
  // A tenant may have so many; then there are enough of those that requests have made.
  'api-keys': async ({ app, tenant }) => {
    const request = { name: 'Some System', scopes: ['read'] };
    return (await app.post<{ id?: string }>('/api/api-keys', request, tenant.admin)).body.id;
  },
  customers: async ({ app, tenant }) => (await aCustomer(app, tenant)).id,
  promos: async ({ app, tenant }) => (await aPromo(app, tenant)).id,
  redemptions: async ({ app, tenant, customer }) => {
    const { customer_id } = await aReferee(app, tenant, { referral_code: customer.code });
    return (await redeem(app, tenant, customer_id)).body.id;
  },
  referrals: (scene) => aWaitingReferral(scene),
  reviews: (scene) => anOpenReview(scene),
  rewards: (scene) => aReward(scene),
  tenants: async ({ app }) => (await aTenant(app)).id,
};

/** Who calls, by the words that operations have for them; and what is wrong with others, by a word for it. */
interface Callers {
  readonly good: Readonly<Record<string, string>>;
  readonly bad: Readonly<Record<string, string>>;
}

/** The tenant about which requests are, another whose things they name in vain, and a third who tries to reach into the first. */
export class Stage {
  private readonly pools = new Map<string, string[]>();

  private constructor(
    private readonly ours: Scene,
    readonly theirs: Scene,
    readonly callers: Callers,
    /** What the callers stand on: nothing may be done to it by its id. */
    private readonly spared: ReadonlySet<string>,
  ) {}

  static async set(app: TestApp): Promise<Stage> {
    const theirs = await aScene(app);
    const ours = await aScene(app);
    const stranger = await aTenant(app);
    const keys = await Promise.all(KEY_SCOPES.map((scope) => anApiKey(app, ours.tenant, [scope])));
    const good = {
      tenant_admin: ours.tenant.admin,
      customer: ours.customer.token,
      platform: platformToken(app),
      'admin of another tenant': stranger.admin,
      ...Object.fromEntries(keys.map(({ key }, index) => [`api_key ${KEY_SCOPES[index]}`, key])),
    };
    const tenants = [theirs, ours].map(({ tenant }) => tenant.id).concat(stranger.id);
    const spared = new Set([...tenants, ours.customer.id, ours.promo.id, ...keys.map(({ id }) => id)]);
    return new Stage(ours, theirs, { good, bad: await badCallers(ours) }, spared);
  }

  /** Things of which an operation can do its work, made anew. */
  async prepare({ path }: Operation): Promise<void> {
    const { app, tenant } = this.ours;
    const [room = ''] = placeholdersIn(path);
    const make = MAKERS[room];
    if (make === undefined) return;
    await saveProgram(app, tenant, UNLIMITED);
    await saveRules(app, tenant, {});
    for (let count = 0; count < 4; count++) {
      const id = await make(this.ours);
      if (id !== undefined) this.remember(room, id);
    }
  }

  /** Learns ids and cursors from an answer to somebody who may see them. */
  learn({ path }: Operation, { status, text, headers }: Answer): void {
    if (status >= 300 || !String(headers['content-type']).startsWith('application/json')) return;
    const { id, data, next_cursor } = JSON.parse(text) as {
      id?: string;
      data?: unknown;
      next_cursor?: string;
    };
    const segments = path.split('/').filter((segment) => !segment.startsWith('{'));
    const room = segments.at(-1) ?? '';
    const listed = Array.isArray(data) ? (data as { id?: string }[]).map((one) => one.id) : [];
    for (const one of [id, ...listed]) if (typeof one === 'string') this.remember(room, one);
    if (typeof next_cursor === 'string') this.remember('cursor', next_cursor);
  }

  /** Ids of things that are there and ours. */
  idsOf(room: string): readonly string[] {
    return this.pools.get(room) ?? [];
  }

  /** An id that another tenant has; none of a tenant itself, for the platform may do with it what it wants. */
  foreignIdOf(room: string): string {
    const { theirs } = this;
    const ids: Record<string, string> = {
      'api-keys': theirs.apiKeyId,
      customers: theirs.customer.id,
      promos: theirs.promo.id,
      redemptions: theirs.redemptionId,
      referrals: theirs.referralId,
      reviews: theirs.reviewId,
      rewards: theirs.rewardId,
    };
    return ids[room] ?? 'no_such_id';
  }

  /** Values that are there, by the name of a field or a parameter. */
  readonly known = (field: string): readonly string[] => {
    const { tenant, customer, promo } = this.ours;
    const values: Record<string, string[]> = {
      tenant_slug: [tenant.slug],
      currency: [tenant.currency],
      referral_code: [customer.code],
      promo_code: [promo.code],
      cursor: [...this.idsOf('cursor')],
      url: ['https://example.com/hook'],
    };
    const [, thing] = /([a-z]+)_id$/.exec(field) ?? [];
    return values[field] ?? (thing === undefined || thing === 'invoice' ? [] : this.idsOf(`${thing}s`));
  };

  private remember(room: string, id: string): void {
    if (this.spared.has(id)) return;
    const others = this.idsOf(room).filter((one) => one !== id);
    this.pools.set(room, [id, ...others].slice(0, REMEMBERED));
  }
}

/** Rewards for both sides whatever was saved before. */
const UNLIMITED = {
  referral_max_rewards_per_referrer: null,
  referral_budget_cents: null,
  referral_min_invoice_cents: null,
  referral_hold_days: 0,
  referral_reward_expires_days: null,
};

async function badCallers({ app, tenant }: Scene): Promise<Record<string, string>> {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: ISSUER,
    aud: 'tenant-admin',
    sub: 'usr_1',
    tenant_id: tenant.id,
    iat: now,
    exp: now + 600,
  };
  const forged = Object.entries(BAD_TOKENS).map(([name, forge]) => [name, forge(claims)] as const);
  const revoked = await anApiKey(app, tenant);
  await app.delete(`/api/api-keys/${revoked.id}`, tenant.admin);
  return { ...Object.fromEntries(forged), revoked: revoked.key, 'half a key': revoked.key.slice(0, 40) };
}
