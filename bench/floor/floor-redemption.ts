import type { Pool, PoolClient } from 'pg';
import { newId } from '../../src/common/ids.js';
import { percentOf } from '../../src/common/money.js';
import { holdUntilTickEnds } from '../../src/core/database/pool.js';
import { entryHash } from '../../src/reward/ledger/entry-hash.js';
import { ANSWER, READS, WRITES } from './floor-redemption-statements.js';

export interface Invoice {
  readonly customer_id: string;
  readonly invoice_id: string;
  readonly currency: string;
  readonly amount_cents: number;
}

interface Wallet {
  readonly head: { balanceCents: number; entryCount: number; lastHash: string };
  readonly reward: { id: string; referralId: string; customerId: string; role: string; valueUnits: number };
  readonly lot: { id: string; rewardId: string | null; remainingCents: number };
}

type Statement = Readonly<Record<'name' | 'text', string>>;
type Rows = readonly object[];

/** One percentage and one lot of credit on an invoice, in as many round trips as the service needs: three. */
export class FloorRedemption {
  constructor(
    private readonly pool: Pool,
    private readonly tenantId: string,
  ) {}

  async redeem(invoice: Invoice, actor: string): Promise<string> {
    const client = await this.pool.connect();
    try {
      const answer = await this.within(client, invoice, actor);
      client.release();
      return answer;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private async within(client: PoolClient, invoice: Invoice, actor: string): Promise<string> {
    const at = new Date();
    const id = newId('rdm');
    const wallet = await this.opened(client, invoice, at);
    holdUntilTickEnds(client);
    const written = this.write(client, { id, invoice, wallet, actor, at });
    const [[found]] = await Promise.all([this.send(client, ANSWER, '0.0100', id), ...written]);
    holdUntilTickEnds(client);
    await client.query('commit');
    return (found as { answer: string }).answer;
  }

  /** The customer's lock, and what is read behind it. */
  private async opened(
    client: PoolClient,
    { customer_id: customer, amount_cents, invoice_id }: Invoice,
    at: Date,
  ): Promise<Wallet> {
    holdUntilTickEnds(client);
    const [, locked, heads, dueRewards, dueLots, awaiting, promo, rewards, lots, existing] =
      await Promise.all([
        client.query('begin'),
        this.send(client, READS.lock, customer),
        this.send(client, READS.head, customer),
        this.send(client, READS.dueRewards, customer, at),
        this.send(client, READS.dueLots, customer, at),
        this.send(client, READS.awaiting, customer),
        this.send(client, READS.promo, customer),
        this.send(client, READS.rewards, customer),
        this.send(client, READS.lots, customer, at, amount_cents),
        this.send(client, READS.existing, invoice_id),
      ]);
    const found = [locked, heads, rewards, lots].map((rows) => rows.length);
    const none = [dueRewards, dueLots, awaiting, promo, existing].flat();
    if (found.some((count) => count !== 1) || none.length > 0)
      throw new Error('Not an invoice of the floor.');
    return { head: heads[0], reward: rewards[0], lot: lots[0] } as Wallet;
  }

  private write(
    client: PoolClient,
    {
      id,
      invoice,
      wallet,
      actor,
      at,
    }: { id: string; invoice: Invoice; wallet: Wallet; actor: string; at: Date },
  ): Promise<Rows>[] {
    const { tenantId } = this;
    const { head, reward, lot } = wallet;
    const { customer_id: customerId, invoice_id, currency, amount_cents: subtotal } = invoice;
    const discount = percentOf(subtotal, reward.valueUnits);
    const discounted = subtotal - discount;
    const credit = Math.min(lot.remainingCents, discounted);
    const total = discounted - credit;
    const entry = {
      tenantId,
      customerId,
      sequence: head.entryCount + 1,
      id: newId('cre'),
      lotId: lot.id,
      kind: 'capture' as const,
      amountCents: -credit,
      lotRemainingCents: lot.remainingCents - credit,
      balanceCents: head.balanceCents - credit,
      redemptionId: id,
      reason: null,
      actor,
      createdAt: at,
    };
    const hash = entryHash(head.lastHash, entry);
    const applied = {
      reward_id: reward.id,
      referral_id: reward.referralId,
      customer_id: reward.customerId,
      role: reward.role,
      redemption_id: id,
    };
    const redeemed = { redemption_id: id, customer_id: customerId, reward_ids: [reward.id] };
    const words = `${reward.role}'s ${reward.valueUnits / 100} % used on invoice ${invoice_id}`;
    const send = (statement: Statement, ...values: unknown[]): Promise<Rows> =>
      this.send(client, statement, ...values);
    // prettier-ignore
    return [
      send(WRITES.redemption, id, customerId, invoice_id, currency, 'applied', subtotal, discount, credit, total, 0, 0,
           '[]', '[]', actor, at),
      send(WRITES.lines,
           id, 1, 'referral', 'discount_percent', reward.valueUnits, subtotal, discount, discounted, null, reward.id, null, 0,
           tenantId, id, 2, 'credit', 'credit', lot.remainingCents, discounted, credit, total, null, lot.rewardId, lot.id, 0),
      send(WRITES.reward, reward.id, 'applied', at, discount, id, 0),
      send(WRITES.timeline, reward.referralId, newId('tle'), at, 'reward.applied', actor, words),
      send(WRITES.event, newId('evt'), 'reward.applied', applied, at),
      send(WRITES.head, customerId, entry.balanceCents, entry.sequence, hash),
      send(WRITES.lot, lot.id, -credit),
      send(WRITES.entry, customerId, entry.sequence, entry.id, lot.id, entry.kind, -credit, entry.lotRemainingCents,
           entry.balanceCents, id, null, actor, at, hash),
      send(WRITES.event, newId('evt'), 'redemption.applied', redeemed, at),
    ];
  }

  /** Every statement begins with the tenant. */
  private async send(client: PoolClient, { name, text }: Statement, ...values: unknown[]): Promise<Rows> {
    const { rows } = await client.query<object>({ name, text, values: [this.tenantId, ...values] });
    return rows;
  }
}
