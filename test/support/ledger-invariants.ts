import type { TestDatabase } from './database.js';

/** Credit entries with their position and balances, calculated anew. */
const RECOUNTED = `
  (select *, row_number() over account as place,
          sum(amount_cents) over account as balance_so_far,
          sum(amount_cents) over lot as lot_so_far
     from credit_entry
   window account as (partition by tenant_id, customer_id order by sequence),
          lot as (partition by tenant_id, lot_id order by sequence)) entry`;

const LOTS = `
  (select lot.*, coalesce(sum(entry.amount_cents), 0) as entered,
          count(*) filter (where entry.kind = 'grant' and entry.amount_cents = lot.granted_cents) as grants
     from credit_lot lot left join credit_entry entry on entry.tenant_id = lot.tenant_id and entry.lot_id = lot.id
    group by lot.tenant_id, lot.id) lot`;

const ACCOUNTS = `
  (select account.*, lots.remaining, coalesce(last.sequence, 0) as last_sequence, last.balance_cents as last_balance,
          last.hash as hash
     from credit_account account
     left join (select tenant_id, customer_id, sum(remaining_cents) as remaining from credit_lot group by 1, 2) lots
         using (tenant_id, customer_id)
     left join (select distinct on (tenant_id, customer_id) * from credit_entry
                 order by tenant_id, customer_id, sequence desc) last using (tenant_id, customer_id)) account`;

/** Rewards with the number of their lots, and the credit that invoices have used and not given back. */
const REWARDS = `
  (select reward.*, coalesce(lots.count, 0) as lots, coalesce(-used.cents, 0) as credit_used
     from reward
     left join (select tenant_id, reward_id, count(*) from credit_lot group by 1, 2) lots
            on lots.tenant_id = reward.tenant_id and lots.reward_id = reward.id
     left join (select lot.tenant_id, lot.reward_id, sum(entry.amount_cents) as cents
                  from credit_entry entry join credit_lot lot on lot.tenant_id = entry.tenant_id and lot.id = entry.lot_id
                 where entry.kind in ('capture', 'restore') group by 1, 2) used
            on used.tenant_id = reward.tenant_id and used.reward_id = reward.id) reward`;

const REDEMPTIONS = `
  (select redemption.*, line.*, reversal.*
     from redemption
     left join lateral (select coalesce(sum(amount_cents), 0) as lines,
                               coalesce(sum(amount_cents) filter (where source = 'credit'), 0) as credit_lines,
                               coalesce(sum(restored_cents), 0) as restored_lines,
                               coalesce(min(running_total_cents), subtotal_cents) as last_total
                          from redemption_line
                         where tenant_id = redemption.tenant_id and redemption_id = redemption.id) line on true
     left join lateral (select count(*) as reversals, coalesce(sum(amount_cents), 0) as reversals_cents,
                               coalesce(sum(credit_cents), 0) as reversals_credit,
                               coalesce(sum(refunded_cents), 0) as reversals_refunded
                          from redemption_reversal
                         where tenant_id = redemption.tenant_id and redemption_id = redemption.id) reversal on true
  ) redemption`;

/** The credit steps of each waterfall beside the ledger entries, by redemption and lot. */
const CREDIT_STEPS = `
  (select tenant_id, redemption_id, lot_id, amount_cents, restored_cents from redemption_line where source = 'credit') line
  full join (select tenant_id, redemption_id, lot_id,
                    -sum(amount_cents) filter (where kind = 'capture') as captured,
                    coalesce(sum(amount_cents) filter (where kind = 'restore'), 0) as restored
               from credit_entry where kind in ('capture', 'restore') group by 1, 2, 3) entry
       using (tenant_id, redemption_id, lot_id)`;

const WATERFALL = `
  (select *, row_number() over invoice as place, lag(running_total_cents) over invoice as before
     from redemption_line window invoice as (partition by tenant_id, redemption_id order by position)) line
  join redemption on redemption.tenant_id = line.tenant_id and redemption.id = line.redemption_id`;

/** Discounts on invoices that were not reversed, beside the rewards or promos that claim to have been used there. */
const used = (source: string, claims: string, key: string): string => `
  (select line.* from redemption_line line
     join redemption on redemption.tenant_id = line.tenant_id and redemption.id = line.redemption_id
    where line.source = '${source}' and redemption.status <> 'reversed') line
  full join ${claims} on claim.tenant_id = line.tenant_id and ${key}`;

const USED_REWARDS = used(
  'referral',
  `(select tenant_id, id as claim_id, redemption_id as claim_redemption, used_cents
      from reward where redemption_id is not null) claim`,
  'claim.claim_id = line.reward_id and claim.claim_redemption = line.redemption_id',
);

const USED_PROMOS = used(
  'promo',
  `(select tenant_id, promo_id as claim_id, promo_redemption_id as claim_redemption
      from enrollment where promo_redemption_id is not null) claim`,
  'claim.claim_id = line.promo_id and claim.claim_redemption = line.redemption_id',
);

/** Counts in a table that differ from the number of events, by tenant and id. */
const countsUnlikeEvents = (rows: string, type: string, key: string): string => `
  (${rows}) fact
  full join (select tenant_id, data ->> '${key}' as id, count(*) as events from outbox_event
              where type in (${type}) group by 1, 2) event using (tenant_id, id)
  where coalesce(fact.count, 0) <> coalesce(event.events, 0)`;

/** A reward that a refund ended may have come back since, so that only its timeline says how often it has ended. */
const eventsUnlikeStatus = (status: string): string =>
  countsUnlikeEvents(
    `select tenant_id, id, case when refunded_as is null then (status = '${status}')::int
                                else (select count(*) from referral_timeline line
                                       where line.tenant_id = reward.tenant_id and line.referral_id = reward.referral_id
                                         and line.event = 'reward.${status}' and line.data ->> 'reward_id' = reward.id)
                           end as count
       from reward`,
    `'reward.${status}'`,
    'reward_id',
  );

const ADJUSTMENTS = `
  (select tenant_id, customer_id, sum(amount_cents) as entered
     from credit_entry
    where kind = 'adjust' or kind = 'grant' and (tenant_id, lot_id) in
                                                (select tenant_id, id from credit_lot where reward_id is null)
    group by 1, 2) entry
  full join (select tenant_id, data ->> 'customer_id' as customer_id, sum((data ->> 'amount_cents')::bigint) as announced
               from outbox_event where type = 'credit.adjusted' group by 1, 2) event using (tenant_id, customer_id)`;

/** The rewards earned under a limit, beside the limit and its counter. */
const ALLOWED = `
  (select tenant_id, 'referrer_rewards' as kind, customer_id as subject, 'ever' as period, count(*) as earned
     from reward where role = 'referrer' and status <> 'voided' group by 1, 3
   union all
   select tenant_id, 'budget', '', to_char(created_at at time zone 'UTC', 'YYYY-MM') as period, sum(value_units)
     from reward where type <> 'discount_percent' and status <> 'voided' group by 1, 4) earned
  join (select tenant_id, budget_cents, max_rewards from referral_program
          join program_terms terms using (tenant_id) where version = terms_version) terms using (tenant_id)
  left join reward_allowance allowance using (tenant_id, kind, subject, period)
  cross join lateral (select case kind when 'budget' then budget_cents else max_rewards end as most) allowed`;

/**
 * Violations that must never exist: a description, and the rows that would show one. For tenants whose limits have never
 * changed and have no period that ends.
 */
export const BREACHES: Readonly<Record<string, string>> = {
  'an entry out of sequence': `${RECOUNTED} where sequence <> place`,
  'an entry with another balance than the entries up to it': `${RECOUNTED} where balance_cents <> balance_so_far`,
  'an entry with another remainder of its lot': `${RECOUNTED} where lot_remaining_cents <> lot_so_far or lot_so_far < 0`,
  'a lot with another remainder than the sum of its entries': `${LOTS} where remaining_cents <> entered`,
  'a lot with a negative remainder, or more than was granted': `${LOTS} where remaining_cents not between 0 and granted_cents`,
  'a lot without its one grant': `${LOTS} where grants <> 1`,
  'an account with another balance than its lots': `${ACCOUNTS} where balance_cents <> coalesce(remaining, 0)`,
  'an account that does not end with its last entry': `${ACCOUNTS} where entry_count <> last_sequence or balance_cents <> last_balance or last_hash <> hash
                    or hash is null or balance_cents < 0`,
  'a credit without its lot, with a lot too early, or with more than a second one after a refund': `${REWARDS}
      where lots not between case when type = 'credit' and status in ('applied', 'reversed') then 1 else 0 end
                         and case when type <> 'credit' then 0 when refunded_as = 'reversed' then 2
                                  when status in ('applied', 'reversed') then 1 else 0 end`,
  'a lot that differs from its reward': `credit_lot lot join reward on reward.tenant_id = lot.tenant_id and reward.id = lot.reward_id
      where lot.customer_id <> reward.customer_id or lot.granted_cents <> reward.value_units and reward.refunded_as is null
         or lot.granted_cents > reward.value_units
         or (lot.reversed_at is null) = (reward.status in ('pending', 'reversed'))
         or lot.reversed_at is not null and lot.remaining_cents > 0`,
  'two rewards of one side, or two referrals of one friend': `(select count(*) from reward group by tenant_id, referral_id, role having count(*) > 1
      union all
      select count(*) from referral group by tenant_id, referee_customer_id having count(*) > 1) twice`,
  'a shortfall other than the amount used and not given back': `${REWARDS} where shortfall_cents <> case when status <> 'reversed' and (status <> 'pending' or refunded_as is null) then 0
                                              when type = 'credit' then credit_used else used_cents end`,
  'an invoice that does not add up': `${REDEMPTIONS} where discount_cents + credit_cents + total_cents <> subtotal_cents or total_cents <> last_total
                       or lines <> discount_cents + credit_cents or credit_lines <> credit_cents`,
  'a step of a waterfall that does not begin where the last one ended': `${WATERFALL} where position <> place or base_cents <> coalesce(before, subtotal_cents)`,
  'credit on an invoice without matching ledger entries': `${CREDIT_STEPS} where captured is distinct from amount_cents or restored is distinct from restored_cents`,
  "an invoice paid with another customer's reward or credit": `redemption join redemption_line line on line.tenant_id = redemption.tenant_id and line.redemption_id = redemption.id
       left join reward on reward.tenant_id = line.tenant_id and reward.id = line.reward_id
       left join credit_lot lot on lot.tenant_id = line.tenant_id and lot.id = line.lot_id
      where redemption.customer_id <> reward.customer_id or redemption.customer_id <> lot.customer_id`,
  'two rewards earned as a referrer on one invoice': `(select count(*) from redemption_line line
        join reward on reward.tenant_id = line.tenant_id and reward.id = line.reward_id
       where line.source = 'referral' and reward.role = 'referrer'
       group by line.tenant_id, line.redemption_id having count(*) > 1) twice`,
  'a redemption whose totals differ from its reversals': `${REDEMPTIONS} where reversed_cents <> reversals_cents or refunded_cents <> reversals_refunded or restored_credit_cents <> reversals_credit
                       or restored_credit_cents <> restored_lines or (status = 'applied') <> (reversals = 0)`,
  'a redemption marked as reversed that is not, or the other way round': `${REDEMPTIONS} where reversals > 0 and (status = 'reversed') <> (refunded_cents = subtotal_cents)
                       or status = 'reversed' and (restored_credit_cents <> credit_cents
                                                   or reversed_cents <> discount_cents + credit_cents)`,
  'a reward not used on exactly the one invoice that it names': `${USED_REWARDS} where claim_id is null or reward_id is null or used_cents <> amount_cents`,
  'a promo not used on exactly the one invoice that it names': `${USED_PROMOS} where claim_id is null or promo_id is null`,
  'a reward whose status contradicts its use': `reward where type <> 'credit' and (status = 'applied' and redemption_id is null
                                        or status not in ('applied', 'reversed') and redemption_id is not null)
               or type = 'credit' and (redemption_id is not null or used_cents <> 0)
               or status <> 'reversed' and (status = 'applied') <> (applied_at is not null)`,
  'a referral that has ended while one of its rewards has not, or a pending one whose rewards have': `referral join reward on reward.tenant_id = referral.tenant_id and reward.referral_id = referral.id
      where referral.status in ('rejected', 'reversed') and reward.status in ('pending', 'available', 'applied')
         or referral.status = 'pending' and reward.status not in ('pending', 'voided')`,
  'a reversed referral without an applied reward, or a rejected one with one': `
    (select status, exists (select from reward where reward.tenant_id = referral.tenant_id
                               and reward.referral_id = referral.id and applied_at is not null) as applied
       from referral where status in ('rejected', 'reversed') and refunded_at is null) ended
     where (status = 'reversed') <> applied`,
  'a referral that has ended, with two events or none': countsUnlikeEvents(
    `select tenant_id, id, (status in ('rejected', 'reversed'))::int + (requalified_at is not null)::int as count from referral`,
    `'referral.rejected', 'referral.reversed'`,
    'referral_id',
  ),
  'a referral that has qualified, with two events or none': countsUnlikeEvents(
    `select tenant_id, referral_id as id, count(*) from referral_timeline where event = 'referral.qualified' group by 1, 2`,
    `'referral.qualified'`,
    'referral_id',
  ),
  'a voided reward with two events or none': eventsUnlikeStatus('voided'),
  'a reversed reward with two events or none': eventsUnlikeStatus('reversed'),
  'an expired reward with two events or none': eventsUnlikeStatus('expired'),
  'a redemption with two events or none': countsUnlikeEvents(
    `select tenant_id, id, 1 as count from redemption`,
    `'redemption.applied'`,
    'redemption_id',
  ),
  'a reversal with two events or none': countsUnlikeEvents(
    `select tenant_id, id, 1 as count from redemption_reversal`,
    `'redemption.reversed'`,
    'reversal_id',
  ),
  'manual credit with another amount in its events': `${ADJUSTMENTS} where entered is distinct from announced`,
  'a limit that was exceeded, or has another count': `${ALLOWED} where earned > most or most is not null and earned is distinct from used`,
};

/** Facts of responses that must not change afterwards: the kind of a fact, and a query that returns the fact from the tables. */
export const FACTS = {
  redemption: `
    select id, concat_ws(' ', customer_id, invoice_id, subtotal_cents, discount_cents, credit_cents, total_cents,
                         (select string_agg(source || ':' || amount_cents, ' ' order by position) from redemption_line line
                           where line.tenant_id = redemption.tenant_id and line.redemption_id = redemption.id)) as fact
      from redemption`,
  reversal: `select id, concat_ws(' ', redemption_id, amount_cents, credit_cents) as fact from redemption_reversal`,
  'credit entry': `
    select id, concat_ws(' ', sequence, kind, amount_cents, balance_cents, lot_id, redemption_id) as fact
      from credit_entry`,
  enrollment: `select id, concat_ws(' ', customer_id, referral_id) as fact from enrollment`,
  'end of a reward': `select id, 'so it is' as fact from reward where status in ('voided', 'reversed')`,
  'end of a referral': `select id, 'so it is' as fact from referral where status in ('rejected', 'reversed')`,
  approval: `select referral_id as id, 'so it is' as fact from referral_timeline where event = 'referral.qualified'`,
} as const;
export type FactKind = keyof typeof FACTS;

/** Returns every violation by its description, with up to three rows that show it. */
export async function breachesIn(database: Pick<TestDatabase, 'sql'>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [name, from] of Object.entries(BREACHES)) {
    const rows = await database.sql(`select * from ${from} limit 3`);
    if (rows.length > 0) found.set(name, JSON.stringify(rows));
  }
  return found;
}
