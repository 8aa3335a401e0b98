/**
 * The import graph, as law: every room names the rooms it may import besides `common`; anything else is an error.
 * A new room gets its line here before its first file. Nothing imports upwards, so there is no cycle.
 */
const BASE = ['auth', 'database', 'outbox', 'tenant', 'audit'];
const MAY_IMPORT = {
  common: [],
  auth: [],
  database: [],
  outbox: ['database'],
  tenant: ['auth', 'database', 'outbox'],
  audit: ['auth', 'database', 'outbox', 'tenant'],
  idempotency: ['auth', 'database', 'tenant'],
  'api-key': BASE,
  metrics: ['auth'],
  'rate-limit': [...BASE, 'metrics'],
  branding: BASE,
  customer: BASE,
  'customer-import': [...BASE, 'customer'],
  config: [...BASE, 'rate-limit'],
  promo: [...BASE, 'rate-limit'],
  traffic: BASE,
  referral: [...BASE, 'customer', 'config', 'rate-limit', 'traffic'],
  abuse: [...BASE, 'customer', 'referral'],
  ledger: [...BASE, 'customer'],
  reward: [...BASE, 'customer', 'config', 'referral', 'abuse', 'ledger'],
  review: [...BASE, 'config', 'referral', 'abuse', 'reward'],
  preview: [...BASE, 'config', 'referral', 'reward'],
  credit: [...BASE, 'customer', 'ledger', 'reward'],
  privacy: [...BASE, 'customer', 'referral'],
  enrollment: [
    ...BASE,
    'customer',
    'config',
    'promo',
    'referral',
    'abuse',
    'privacy',
    'reward',
    'rate-limit',
  ],
  redemption: [...BASE, 'customer', 'promo', 'referral', 'ledger', 'reward'],
  analytics: [...BASE, 'referral'],
  webhook: BASE,
  jobs: [...BASE, 'reward', 'webhook', 'idempotency'],
  feed: BASE,
  health: BASE,
  pages: [...BASE, 'referral', 'rate-limit', 'branding'],
  demo: [
    ...BASE,
    'branding',
    'customer',
    'config',
    'promo',
    'referral',
    'reward',
    'credit',
    'enrollment',
    'redemption',
  ],
  cli: [...BASE, 'customer', 'ledger'],
};

/** The rooms that hold business rules: a file there without a role in its name is a pure rule. */
const BUSINESS =
  'tenant|api-key|branding|customer|customer-import|config|promo|traffic|referral|abuse|ledger|reward|review|preview|credit|privacy|enrollment|redemption|analytics|webhook';
/** Files of the top floor, which put the product together; commands and the demo are started like it. */
const TOP = 'src/(main|service|app\\.module|configure-app|openapi|entities|explained)\\.ts$';

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `${room} may import only: ${['common', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/(${[room, 'common', ...allowed].join('|')})/`,
      ...(room === 'cli' || room === 'demo' ? [`^${TOP}`] : []),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'room-without-a-line',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(MAY_IMPORT).join('|')})/` },
      to: {},
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-barrel',
      comment: 'Import the file that has it.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*/index\\.ts$' },
    },
    {
      name: 'persistence-stays-below',
      comment: 'Only repositories, queries, entities and database/ know TypeORM or pg at run time.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(repository|query|entity)\\.ts$|^src/database/' },
      to: { path: 'node_modules/(typeorm|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'controllers-hold-no-persistence',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(repository|query|entity)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rules-stay-pure',
      comment: 'A rule without a role in its name imports no framework, so that its spec needs no double.',
      severity: 'error',
      from: {
        path: `^src/(${BUSINESS})/[a-z-]+\\.ts$`,
        pathNot: ['tenant-directory', 'addressed-tenant', 'code-checker', 'enrollment-recorder'].map(
          (file) => `/${file}\\.ts$`,
        ),
      },
      to: {
        path: 'node_modules/(@nestjs|typeorm|pg|fastify|class-validator)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-know-the-api-only',
      comment: 'What the pages need of the service they ask for over HTTP, by the client.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test|bench)/' },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^(src|web|test|bench)/' },
    },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
