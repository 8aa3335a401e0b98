/** Parts of requests that hardly a route takes, and that none may choke on. */

const BODY_LIMIT = 64 * 1024;

export const ODD_CONTENT_TYPES = [
  ...['', 'json', 'text/plain', 'application/xml', 'application/json; charset=utf-16', 'application/json;;;'],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/merge-patch+json'],
  ...['application/json, text/plain', 'APPLICATION/JSON', 'application/json;charset=UTF-8'],
];
export const ODD_KEYS = [
  '',
  ' ',
  'x',
  'again',
  'x'.repeat(255),
  'x'.repeat(256),
  'é',
  'a\tb',
  '"quoted"',
  '__proto__',
];
export const ODD_HEADERS: Record<string, string>[] = [
  ...['text/csv', 'application/xml', 'image/png;q=0', '', '*/*;q=x'].map((accept) => ({ accept })),
  ...['gzip', 'br', 'nonsense'].map((encoding) => ({ 'content-encoding': encoding })),
  { 'accept-encoding': 'gzip, *;q=0' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-for': '127.0.0.1, \'"<>' },
  { 'if-match': '"x"' },
  { 'if-none-match': '*' },
  { range: 'bytes=0-1' },
  { origin: 'null' },
  { host: 'evil.example.com' },
  { cookie: 'a=b; __proto__=c' },
  { connection: 'close' },
];

export const ODD_BODIES: (string | Buffer)[] = [
  ...[
    '',
    ' ',
    '{',
    '{}',
    'null',
    '[]',
    '"x"',
    '1',
    'NaN',
    '{"a":1',
    '{} {}',
    '\ufeff{}',
    "{'a':1}",
    '{"a":1,}',
  ],
  ...[
    '{"__proto__":{}}',
    '{"constructor":{"prototype":{}}}',
    '{"a":1e400}',
    '['.repeat(5000),
    '{"a":'.repeat(9) + '1',
  ],
  `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  `{"a":"${'x'.repeat(BODY_LIMIT - 100)}"}`,
  `{"a":"${'x'.repeat(BODY_LIMIT)}"}`,
  Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('{"a":1}', 'utf16le'),
];

/** No id, or not as an address is written. */
export const ODD_IDS = [
  ...[
    'no_such_id',
    '%',
    '%zz',
    '%00',
    '%ff',
    '%ed%a0%80',
    '%c0%af',
    '%2e%2e',
    '%2F',
    '%252F',
    '..',
    '%F0%9F%98%80',
  ],
  ...[
    '%20',
    "'",
    '*',
    ';',
    '__proto__',
    'constructor',
    '0',
    '-1',
    'null',
    'a'.repeat(65),
    'a'.repeat(3000),
    'é',
    '%E2%80%AE',
  ],
];

export const ODD_VALUES = [
  ...[
    '',
    '%00',
    '%ff',
    '%zz',
    '%',
    '%ed%a0%80',
    'null',
    '-1',
    '0',
    '1',
    '100',
    '101',
    '1.5',
    '1e400',
    '99999999999',
  ],
  ...[
    'a'.repeat(300),
    '%F0%9F%98%80',
    "'%20or%201=1",
    '%25',
    '_',
    'true',
    'TRUE',
    '__proto__',
    '%E2%80%AE',
    '+',
  ],
  ...['2026-02-30T00:00:00Z', '2026-01-01T00:00:00Z', '%2B275760-09-13T00:00:00Z', 'infinity', 'csv'],
];
export const UNKNOWN_PARAMETERS = [
  'no_such',
  '__proto__',
  'constructor',
  'toString',
  '',
  'limit[]',
  'limit[a]',
  '%00',
  '%zz',
  'tenant_id',
];

/** A table that the one route for tables takes. */
export const GOOD_TABLE = 'name,email,phone,id\nAda,ada@example.com,+1 555,\nBen,ben@example.com,,ben\n';

/** Tables with something wrong about them, or odd. */
export const ODD_TABLES: readonly (string | Buffer)[] = [
  ...[
    '',
    ' ',
    '\n\n',
    'name',
    'name,email',
    '\ufeffname,email\r\n',
    'name;email\tname,',
    '"',
    '"name',
    'name,"email\n',
  ],
  ...[
    'name,email\nAda\n',
    'name,email\n,\n',
    'name,email\n"A"da,x\n',
    'name,email,__proto__\na,b,c\n',
    'name,email\n=1,@x\n',
  ],
  ...[
    'name,email\n\u0000,\u0000\n',
    `name,email\n${'a'.repeat(70_000)},b@example.com\n`,
    `name,email\n${','.repeat(500)}\n`,
  ],
  ...[
    'name,email\nİ,İ@example.com\n',
    'name,email\nẞ,ẞ@straẞe.example\n',
    'name,email\n\ud83d\ude00,a@example.com\n',
  ],
  Buffer.from([0xff, 0xfe, 0x6e, 0x00]),
];
