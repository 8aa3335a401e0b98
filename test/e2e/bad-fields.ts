/** Values as JSON texts, so that also those can be sent that no serialiser writes. */
const NO_TEXT = ['7', 'true', '{}', '{"a":"b"}', '[]', '["a"]'];
/** What nobody types: PostgreSQL could not hold it, or a terminal would obey it. */
const NOT_TYPED = [...NO_TEXT, '"a\\u0000b"', '"\\ud800"', '"a\\udc00b"', '"\\u001b[31m"', '"\\u0085"'];
const NO_LINE = [...NOT_TYPED, '"a\\nb"', '"a\\r\\nb"', '" "', '"\\u3000"'];
const NO_NUMBER = [
  '"10"',
  '"NaN"',
  '"Infinity"',
  '1e309',
  '-1e309',
  'true',
  'null',
  '{}',
  '[]',
  '[10]',
  '""',
];
const NO_VALUE = [...NO_NUMBER, '-1', '-0.01', '10.001', '1e-7', '1e21', '10000000000000', '0.1e-3'];
const NO_COUNT = ['0', '-1', '1.5', '1e10', '"5"', 'true', '{}', '[5]', '1e309'];
const NO_SWITCH = ['"true"', '1', '0', 'null', '{}', '[true]', '""'];
const NO_CHOICE = [
  '"coupon"',
  '"toString"',
  '"__proto__"',
  '"constructor"',
  '""',
  '1',
  '{}',
  '["credit"]',
  '"CREDIT"',
];
const NO_MOMENT = [
  '"yesterday"',
  '"2026-01-01"',
  '"2026-01-01T00:00:00"',
  '"2026-13-01T00:00:00Z"',
  '"2026-01-01T25:00:00Z"',
  '"2026-02-30T00:00:00Z"',
  '"infinity"',
  '"now"',
  '1767225600',
  '{}',
  '["2026-01-01T00:00:00Z"]',
  '""',
];
const NO_EMAIL = [
  ...NO_LINE,
  '"a"',
  '"a@b"',
  '"@b.example"',
  '"a@b.example\\r\\nBcc: c@d.example"',
  '"a@b.example\\n"',
  '"a\\r\\n@b.example"',
  '"a@b.example, c@d.example"',
  '"A <a@b.example>"',
  '"a b@c.example"',
  '"a@b\\u0000.example"',
  `"${'a'.repeat(243)}@b.example"`,
];
const NO_ID = [
  ...NO_TEXT,
  '"a b"',
  '"a/b"',
  '"../x"',
  '"é"',
  '""',
  '"a\\u0000"',
  '"\\ud800"',
  `"${'a'.repeat(65)}"`,
  'null',
];
const NO_SLUG = [
  ...NO_TEXT,
  '"A"',
  '"a_b"',
  '"-a"',
  '""',
  '"a\\u0000"',
  '"\\ud800"',
  `"${'a'.repeat(64)}"`,
  'null',
];

const NO_CENTS = [...NO_NUMBER, '-1', '0.5', '1000000000001', '1e21'];

const longerThan = (length: number): string[] => [`"${'a'.repeat(length + 1)}"`];

const NO_REASON = [...NO_LINE, ...longerThan(500), 'null', '""'];

/** An invoice is the same to a redemption and to its preview. */
const NO_INVOICE = {
  customer_id: NO_ID,
  invoice_id: [...NO_LINE, ...longerThan(128), 'null', '""'],
  currency: [...NO_TEXT, '"usd"', '"EUR"', '"XXXX"', '""', 'null', '"toString"'],
  amount_cents: NO_CENTS,
};

const NO_MODE = [...NO_CHOICE, '"on"', '"HOLD"', 'true', 'null'];
const NO_VELOCITY = [...NO_COUNT, 'null', '1001'];

/** Of each field of each body, what it does not take. A field that may be null has no `null` here. */
export const BAD_FIELDS: Record<string, Record<string, string[]>> = {
  'POST /api/tenants': {
    slug: NO_SLUG,
    name: [...NO_LINE, ...longerThan(200), 'null', '""'],
    currency: [...NO_TEXT, '"usd"', '"XXXX"', '""', 'null', '"toString"'],
  },
  'PATCH /api/tenants/:id': {
    name: [...NO_LINE, ...longerThan(200), 'null', '""'],
    status: [...NO_CHOICE, 'null'],
  },
  'PUT /api/referrals/config': {
    referral_enabled: NO_SWITCH,
    referral_reward_type: [...NO_CHOICE, 'null'],
    referral_reward_value: NO_VALUE,
    referral_reward_referee_type: [...NO_CHOICE, 'null'],
    referral_reward_referee_value: [...NO_VALUE, '100.01', '101', '10.005'],
    referral_qualify_on: [...NO_CHOICE, '"qualified"', 'null'],
    referral_hold_days: [...NO_NUMBER, '-1', '0.5', '91', '1e21'],
    referral_reward_expires_days: [...NO_COUNT, '3651'],
    referral_max_rewards_per_referrer: [...NO_COUNT, '1000001'],
    referral_max_rewards_period: [...NO_CHOICE, '"week"', 'null'],
    referral_budget_cents: NO_CENTS.filter((raw) => raw !== 'null'),
    referral_keep_attribution: NO_SWITCH,
    referrer_name_display: [...NO_CHOICE, '"last"', 'null'],
  },
  'POST /api/customers': {
    id: NO_ID,
    name: [...NO_LINE, ...longerThan(200), 'null', '""'],
    email: [...NO_EMAIL, 'null', '""'],
    phone: [...NO_LINE, ...longerThan(40)],
    status: [...NO_CHOICE, 'null'],
  },
  'PATCH /api/customers/:id': {
    name: [...NO_LINE, ...longerThan(200), 'null', '""'],
    email: [...NO_EMAIL, 'null', '""'],
    phone: [...NO_LINE, ...longerThan(40)],
    status: [...NO_CHOICE, 'null'],
  },
  'POST /api/promos': {
    code: [...NO_LINE, ...longerThan(64), 'null', '""', '"a b"', '"<b>"', '"__proto__\\u0000"'],
    discount_type: [...NO_CHOICE, 'null', '"credit"'],
    discount_value: [...NO_VALUE, '100.01', '101', '10.005'],
    combinable_with_referral: NO_SWITCH,
    active: NO_SWITCH,
    starts_at: NO_MOMENT,
    ends_at: NO_MOMENT,
    max_redemptions: NO_COUNT,
  },
  'PATCH /api/promos/:id': {
    code: [...NO_LINE, ...longerThan(64), 'null', '""'],
    discount_type: [...NO_CHOICE, 'null', '"credit"'],
    discount_value: [...NO_VALUE, '100.01', '101', '10.005'],
    combinable_with_referral: NO_SWITCH,
    active: NO_SWITCH,
    starts_at: NO_MOMENT,
    ends_at: NO_MOMENT,
    max_redemptions: NO_COUNT,
  },
  'POST /api/promos/validate': {
    promo_code: [...NOT_TYPED, ...longerThan(256), 'null'],
    tenant_slug: [...NOT_TYPED, ...longerThan(256), 'null'],
  },
  'POST /api/referrals/validate': {
    referral_code: [...NOT_TYPED, ...longerThan(256), 'null'],
    tenant_slug: [...NOT_TYPED, ...longerThan(256), 'null'],
  },
  'POST /api/enrollments': {
    tenant_slug: [...NO_LINE, ...longerThan(64), 'null', '""'],
    name: [...NO_LINE, ...longerThan(200), 'null', '""'],
    email: [...NO_EMAIL, 'null', '""'],
    phone: [...NO_LINE, ...longerThan(40)],
    referral_code: [...NOT_TYPED, ...longerThan(256)],
    promo_code: [...NOT_TYPED, ...longerThan(256)],
  },
  'POST /api/enrollments/quote': {
    tenant_slug: [...NO_LINE, ...longerThan(64), 'null', '""'],
    referral_code: [...NOT_TYPED, ...longerThan(256)],
    promo_code: [...NOT_TYPED, ...longerThan(256)],
    amount_cents: NO_CENTS,
  },
  'POST /api/referrals/:id/approve': { reason: NO_REASON },
  'POST /api/referrals/:id/void': { reason: NO_REASON },
  'POST /api/rewards/:id/void': { reason: NO_REASON },
  'PUT /api/abuse-rules': {
    same_email: NO_MODE,
    same_phone: NO_MODE,
    disposable_domain: NO_MODE,
    velocity_referrer: NO_MODE,
    velocity_referrer_limit: NO_VELOCITY,
    velocity_address: NO_MODE,
    velocity_address_limit: NO_VELOCITY,
    same_address: NO_MODE,
  },
  'POST /api/reviews/:id/approve': { reason: NO_REASON },
  'POST /api/reviews/:id/reject': { reason: NO_REASON },
  'POST /api/redemptions': NO_INVOICE,
  'POST /api/redemptions/preview': NO_INVOICE,
  'POST /api/redemptions/:id/reverse': {
    // The last is more than any redemption has.
    amount_cents: [...NO_NUMBER, ...NO_COUNT, '1000000000001', '1000000000000'],
    reason: NO_REASON,
  },
  'POST /api/customers/:id/credit/adjustments': {
    amount_cents: [...NO_NUMBER, '0', '-0', '0.5', '-0.5', '1000000000001', '-1000000000001', '1e21'],
    reason: NO_REASON,
    expires_at: [...NO_MOMENT, '"2020-01-01T00:00:00Z"'],
  },
  'POST /api/api-keys': {
    name: [...NO_LINE, ...longerThan(100), 'null', '""'],
    scopes: [
      ...NO_CHOICE,
      '"read"',
      'null',
      '[]',
      '[null]',
      '["read","read"]',
      '["write"]',
      '["READ"]',
      '["read","*"]',
      '["__proto__"]',
      '[["read"]]',
      '{"0":"read","length":1}',
    ],
  },
  'POST /api/api-keys/:id/rotate': {
    overlap_seconds: [...NO_NUMBER, '-1', '0.5', '604801', '1e21'],
  },
};
