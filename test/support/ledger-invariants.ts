import type { TestDatabase } from './database.js';

/** Credit entries with what they should say, were each summed up anew. */
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

/** Rewards with their lots, and what stands used of these by the entries of invoices. */
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
                               coalesce(sum(credit_cents), 0) as reversals_credit
                          from redemption_reversal
                         where tenant_id = redemption.tenant_id and redemption_id = redemption.id) reversal on true
  ) redemption`;

/** The steps of each waterfall, where there are such or where the ledger knows of them: by redemption and lot. */
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

/** Discounts on invoices that stand, and who says to have been used there. */
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

/** What is counted in a table, beside what events tell of it, by tenant and id. */
const told = (rows: string, type: string, key: string): string => `
  (${rows}) fact
  full join (select tenant_id, data ->> '${key}' as id, count(*) as events from outbox_event
              where type in (${type}) group by 1, 2) event using (tenant_id, id)
  where coalesce(fact.count, 0) <> coalesce(event.events, 0)`;

const ended = (status: string): string =>
  told(
    `select tenant_id, id, 1 as count from reward where status = '${status}'`,
    `'reward.${status}'`,
    'reward_id',
  );

const ADJUSTMENTS = `
  (select tenant_id, customer_id, sum(amount_cents) as entered
     from credit_entry
    where kind = 'adjust' or kind = 'grant' and (tenant_id, lot_id) in
                                                (select tenant_id, id from credit_lot where reward_id is null)
    group by 1, 2) entry
  full join (select tenant_id, data ->> 'customer_id' as customer_id, sum((data ->> 'amount_cents')::bigint) as told
               from outbox_event where type = 'credit.adjusted' group by 1, 2) event using (tenant_id, customer_id)`;

/** What was earned under a limit, the limit, and how its counter stands. */
const ALLOWED = `
  (select tenant_id, 'referrer_rewards' as kind, customer_id as subject, 'ever' as period, count(*) as earned
     from reward where role = 'referrer' group by 1, 3
   union all
   select tenant_id, 'budget', '', to_char(created_at at time zone 'UTC', 'YYYY-MM') as period, sum(value_units)
     from reward where type <> 'discount_percent' group by 1, 4) earned
  join (select tenant_id, budget_cents, max_rewards from referral_program
          join program_terms terms using (tenant_id) where version = terms_version) terms using (tenant_id)
  left join reward_allowance allowance using (tenant_id, kind, subject, period)
  cross join lateral (select case kind when 'budget' then budget_cents else max_rewards end as most) allowed`;

/**
 * Whatever must never be found, at any moment, whoever did what: a name, and the rows that would show it. For tenants
 * whose limits are what they were from the beginning, and hold for ever.
 */
export const BREACHES: Readonly<Record<string, string>> = {
  'an entry out of sequence': `${RECOUNTED} where sequence <> place`,
  'an entry with another balance than the entries up to it': `${RECOUNTED} where balance_cents <> balance_so_far`,
  'an entry with another rest of its lot': `${RECOUNTED} where lot_remaining_cents <> lot_so_far or lot_so_far < 0`,
  'a lot with another rest than its entries come to': `${LOTS} where remaining_cents <> entered`,
  'a lot with less than nothing, or more than granted': `${LOTS} where remaining_cents not between 0 and granted_cents`,
  'a lot without its one grant': `${LOTS} where grants <> 1`,
  'an account with another balance than its lots': `${ACCOUNTS} where balance_cents <> coalesce(remaining, 0)`,
  'an account that does not end with its last entry': `${ACCOUNTS} where entry_count <> last_sequence or balance_cents <> last_balance or last_hash <> hash
                    or hash is null or balance_cents < 0`,
  'a credit without its one lot, or a lot before its time': `${REWARDS} where lots <> case when type = 'credit' and status in ('applied', 'reversed') then 1 else 0 end`,
  'a lot that is not what its reward says': `credit_lot lot join reward on reward.tenant_id = lot.tenant_id and reward.id = lot.reward_id
      where lot.customer_id <> reward.customer_id or lot.granted_cents <> reward.value_units
         or (lot.reversed_at is null) = (reward.status = 'reversed')
         or lot.reversed_at is not null and lot.remaining_cents > 0`,
  'two rewards of a side, or two referrals of a friend': `(select count(*) from reward group by tenant_id, referral_id, role having count(*) > 1
      union all
      select count(*) from referral group by tenant_id, referee_customer_id having count(*) > 1) twice`,
  'a shortfall other than what was used and not given back': `${REWARDS} where shortfall_cents <> case when status <> 'reversed' then 0
                                              when type = 'credit' then credit_used else used_cents end`,
  'an invoice that does not add up': `${REDEMPTIONS} where discount_cents + credit_cents + total_cents <> subtotal_cents or total_cents <> last_total
                       or lines <> discount_cents + credit_cents or credit_lines <> credit_cents`,
  'a step of a waterfall that does not begin where the last one ended': `${WATERFALL} where position <> place or base_cents <> coalesce(before, subtotal_cents)`,
  'credit on an invoice that the ledger does not know, or knows otherwise': `${CREDIT_STEPS} where captured is distinct from amount_cents or restored is distinct from restored_cents`,
  "an invoice that is paid with what is not its customer's": `redemption join redemption_line line on line.tenant_id = redemption.tenant_id and line.redemption_id = redemption.id
       left join reward on reward.tenant_id = line.tenant_id and reward.id = line.reward_id
       left join credit_lot lot on lot.tenant_id = line.tenant_id and lot.id = line.lot_id
      where redemption.customer_id <> reward.customer_id or redemption.customer_id <> lot.customer_id`,
  'two rewards earned as a referrer on one invoice': `(select count(*) from redemption_line line
        join reward on reward.tenant_id = line.tenant_id and reward.id = line.reward_id
       where line.source = 'referral' and reward.role = 'referrer'
       group by line.tenant_id, line.redemption_id having count(*) > 1) twice`,
  'a redemption with other reversals than it says': `${REDEMPTIONS} where reversed_cents <> reversals_cents or restored_credit_cents <> reversals_credit
                       or restored_credit_cents <> restored_lines or (status = 'applied') <> (reversals = 0)`,
  'a reversed redemption that has kept something, or another that has kept nothing': `${REDEMPTIONS} where reversals > 0 and (status = 'reversed') <> (reversed_cents = discount_cents + credit_cents)
                       or status = 'reversed' and restored_credit_cents <> credit_cents`,
  'a reward used on more or fewer than one invoice that stands': `${USED_REWARDS} where claim_id is null or reward_id is null or used_cents <> amount_cents`,
  'a promo used on more or fewer than one invoice that stands': `${USED_PROMOS} where claim_id is null or promo_id is null`,
  'a reward that stands otherwise than it was used': `reward where type <> 'credit' and (status = 'applied' and redemption_id is null
                                        or status not in ('applied', 'reversed') and redemption_id is not null)
               or type = 'credit' and (redemption_id is not null or used_cents <> 0)
               or status <> 'reversed' and (status = 'applied') <> (applied_at is not null)`,
  'a referral that has ended while a reward of it stands': `referral join reward on reward.tenant_id = referral.tenant_id and reward.referral_id = referral.id
      where referral.status in ('rejected', 'reversed') and reward.status in ('pending', 'available', 'applied')
         or referral.status = 'pending' and reward.status not in ('pending', 'voided')`,
  'a referral reversed of which nothing was applied, or rejected though something was': `
    (select status, exists (select from reward where reward.tenant_id = referral.tenant_id
                               and reward.referral_id = referral.id and applied_at is not null) as applied
       from referral where status in ('rejected', 'reversed')) ended
     where (status = 'reversed') <> applied`,
  'a referral that has ended twice, or untold': told(
    `select tenant_id, id, (status in ('rejected', 'reversed'))::int as count from referral`,
    `'referral.rejected', 'referral.reversed'`,
    'referral_id',
  ),
  'a referral that has qualified twice, or untold': told(
    `select tenant_id, referral_id as id, count(*) from referral_timeline where event = 'referral.qualified' group by 1, 2`,
    `'referral.qualified'`,
    'referral_id',
  ),
  'a reward voided twice, or untold': ended('voided'),
  'a reward reversed twice, or untold': ended('reversed'),
  'a reward that expired twice, or untold': ended('expired'),
  'a redemption told twice, or untold': told(
    `select tenant_id, id, 1 as count from redemption`,
    `'redemption.applied'`,
    'redemption_id',
  ),
  'a reversal told twice, or untold': told(
    `select tenant_id, id, 1 as count from redemption_reversal`,
    `'redemption.reversed'`,
    'reversal_id',
  ),
  'credit by hand that was told otherwise': `${ADJUSTMENTS} where entered is distinct from told`,
  'a limit that was passed, or counts otherwise': `${ALLOWED} where earned > most or most is not null and earned is distinct from used`,
};

/** What answers have said and must be so ever after: a word for it, and how the tables say it. */
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

/** Every breach there is, by its name, each with a few of the rows that show it. */
export async function breachesIn(database: Pick<TestDatabase, 'sql'>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [name, from] of Object.entries(BREACHES)) {
    const rows = await database.sql(`select * from ${from} limit 3`);
    if (rows.length > 0) found.set(name, JSON.stringify(rows));
  }
  return found;
}
