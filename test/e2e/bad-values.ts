/** Values as JSON texts, so that also those can be sent that no serializer writes. */
export const NO_TEXT = ['7', 'true', '{}', '{"a":"b"}', '[]', '["a"]'];
/** What nobody types: PostgreSQL could not hold it, or a terminal would obey it. */
export const NOT_TYPED = [
  ...NO_TEXT,
  '"a\\u0000b"',
  '"\\ud800"',
  '"a\\udc00b"',
  '"\\u001b[31m"',
  '"\\u0085"',
];
export const NO_PLAIN_LINE = [
  ...NOT_TYPED,
  '"a\\nb"',
  '"a\\r\\nb"',
  '" "',
  '"\\u3000"',
  '"\\u200b"',
  '"\\u202e \\u2028"',
];
/** What others would not see, or would see for something else. */
export const NO_LINE = [
  ...NO_PLAIN_LINE,
  '"a\\u200b"',
  '"a\\u00adb"',
  '"\\u202ea"',
  '"a\\u2028b"',
  '"a\\u200d"',
  '"\\udb40\\udc41a"',
  '"\\u3164"',
  '"\\u2800"',
  '"\\u0301"',
];
export const NO_NUMBER = [
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
export const NO_VALUE = [...NO_NUMBER, '-1', '-0.01', '10.001', '1e-7', '1e21', '10000000000000', '0.1e-3'];
export const NO_COLOR = [
  '"red"',
  '"#fff"',
  '"#12345"',
  '"#1234567"',
  '"#12345g"',
  '"123456"',
  '"#123456\\n"',
  '" #123456"',
  '"#１２３４５６"',
  '"#000;}"',
];
export const NO_COUNT = ['0', '-1', '1.5', '1e10', '"5"', 'true', '{}', '[5]', '1e309'];
export const NO_SWITCH = ['"true"', '1', '0', 'null', '{}', '[true]', '""'];
export const NO_CHOICE = [
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
export const NO_MOMENT = [
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
export const NO_EMAIL = [
  ...NO_LINE,
  '"a"',
  '"a\\u200b@b.example"',
  '"\\u202ea@b.example"',
  '"a@b"',
  '"@b.example"',
  '"a@b.example\\r\\nBcc: c@d.example"',
  '"a@b.example\\n"',
  '"a\\r\\n@b.example"',
  '"a@b.example, c@d.example"',
  '"A <a@b.example>"',
  '"a b@c.example"',
  '"a@b\\u0000.example"',
  '"\\"@b.example"',
  '"\\"a b\\"@b.example"',
  `"${'a'.repeat(243)}@b.example"`,
];
export const NO_ID = [
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
export const NO_SLUG = [
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

export const NO_CENTS = [...NO_NUMBER, '-1', '0.5', '1000000000001', '1e21'];

export const longerThan = (length: number): string[] => [`"${'a'.repeat(length + 1)}"`];

export const NO_REASON = [...NO_LINE, ...longerThan(500), 'null', '""'];

/** An invoice is the same to a redemption and to its preview. */
export const NO_INVOICE = {
  customer_id: NO_ID,
  invoice_id: [...NO_LINE, ...longerThan(128), 'null', '""'],
  currency: [...NO_TEXT, '"usd"', '"EUR"', '"XXXX"', '""', 'null', '"toString"'],
  amount_cents: NO_CENTS,
  expected_total_cents: NO_CENTS,
};

export const NO_MODE = [...NO_CHOICE, '"on"', '"HOLD"', 'true', 'null'];
export const NO_VELOCITY = [...NO_COUNT, 'null', '1001'];
export const NO_WEBHOOK = {
  url: [
    ...NO_LINE,
    ...longerThan(2048),
    'null',
    '""',
    '"example.com"',
    '"http://8.8.8.8/"',
    '"https://a:b@8.8.8.8/"',
    '"https://8.8.8.8/#a"',
    '"https://127.0.0.1/"',
    '"https://2130706433/"',
    '"https://[::ffff:169.254.169.254]/"',
    '"https://localhost/"',
  ],
  events: [
    'null',
    '{}',
    '"*"',
    '[]',
    '[1]',
    '[["*"]]',
    '["*","promo.created"]',
    '["promo"]',
    '["*","*"]',
    '["toString"]',
  ],
  description: [...NO_LINE, ...longerThan(200)],
  active: NO_SWITCH,
};
