/**
 * A function that parses the sentence of a timeline line into data. The event decides which sentences are possible. Each
 * pattern matches a whole sentence, with the text of staff at its end, so that no text of staff is mistaken for the
 * product's. A line that no pattern matches is kept as `note`, with the role if it is about a reward.
 */
export const READ_SENTENCES = `
  create function timeline_data(of_tenant text, of_referral text, of_event text, detail text) returns jsonb
    language plpgsql stable as $$
  declare
    -- role, number, unit, and the rest of the sentence
    earned text[] := regexp_match(detail, '^(referrer|referee)''s ([0-9]+(?:[.][0-9]+)?) (%|[A-Z]{3}(?: credit)?) (.+)$');
    words  text   := case when of_event like 'reward.%' then earned[4] else detail end;
    data   jsonb;
  begin
    select fixed || case when names = '{}' then '{}' else jsonb_object(names, regexp_match(words, pattern)) end
      into data
      from (values ${sentences()}) sentence (event, pattern, names, fixed)
     where event = of_event and words ~ pattern;
    if data is null then
      data := jsonb_build_object('note', detail);
      if of_event like 'reward.%' then
        data := data || jsonb_build_object('role', (regexp_match(detail, '^(referrer|referee)''s '))[1]);
      end if;
    elsif of_event = 'review.opened' then
      data := jsonb_build_object('held_by', string_to_array(data ->> 'held_by', ', '));
    elsif of_event like 'reward.%' then
      data := data || jsonb_build_object(
        'role', earned[1],
        'type', case when earned[3] = '%' then 'discount_percent'
                     when earned[3] like '% credit' then 'credit' else 'discount_fixed' end,
        'value', trim_scale(earned[2]::numeric),
        'reward_id', (select id from reward
                       where tenant_id = of_tenant and referral_id = of_referral and role = earned[1]
                         and of_event <> 'reward.withheld'));
      if of_event in ('reward.voided', 'reward.reversed') then
        data := data || jsonb_build_object('shortfall_cents',
                                           coalesce(replace(data ->> 'shortfall_cents', '.', '')::numeric, 0));
      end if;
    end if;
    return jsonb_strip_nulls(data);
  end $$;`;

/** Returns every sentence that was ever written: its event, its pattern, the names of its groups, and the data it implies. */
function sentences(): string {
  const takenBack = (verb: string): string => `^${verb}(?:, ([0-9.]+) [A-Z]{3} of it already used)?: (.+)$`;
  const REASON = ['^(.+)$', 'reason'] as const;
  const all: readonly (readonly [event: string, pattern: string, names?: string, fixed?: object])[] = [
    ['referral.created', '^enrolled with code (.+)$', 'referral_code'],
    ['referral.qualified', '^qualified by (enrollment)$', 'qualified_by'],
    ['referral.qualified', '^qualified by invoice (.+)$', 'invoice_id', { qualified_by: 'invoice' }],
    [
      'referral.qualified',
      '^qualified by an invoice that came while it was held$',
      '',
      { qualified_by: 'invoice_while_held' },
    ],
    ['referral.qualified', '^approved: (.+)$', 'reason', { qualified_by: 'approval' }],
    ['referral.rejected', ...REASON],
    ['referral.reversed', ...REASON],
    ['review.opened', '^held: ([a-z_]+(?:, [a-z_]+)*)$', 'held_by'],
    ['review.approved', ...REASON],
    ['review.rejected', ...REASON],
    ['reward.available', '^can be used$'],
    ['reward.applied', '^put on the account$'],
    ['reward.applied', '^used on invoice (.+)$', 'invoice_id'],
    [
      'reward.withheld',
      '^withheld: it would pass the limit of rewards for a referrer$',
      '',
      { limit: 'referrer_rewards' },
    ],
    ['reward.withheld', "^withheld: it would pass the month''s budget$", '', { limit: 'budget' }],
    ['reward.expired', '^expired unused$'],
    ['reward.voided', takenBack('voided'), 'shortfall_cents,reason'],
    ['reward.reversed', takenBack('reversed'), 'shortfall_cents,reason'],
    ['reward.returned', '^given back: invoice (.+) was reversed$', 'invoice_id'],
    ['reward.recovered', '^is not used any more: invoice (.+) was reversed$', 'invoice_id'],
  ];
  return all
    .map(
      ([event, pattern, names = '', fixed = {}]) =>
        `('${event}', '${pattern}', '{${names}}'::text[], '${JSON.stringify(fixed)}'::jsonb)`,
    )
    .join(', ');
}
