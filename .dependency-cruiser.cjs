/**
 * The import law. The rooms of `src/`, top floor first: each names the rooms below it that it may import. Nothing imports
 * upwards, so there is no cycle. A new room gets its line here before its first file.
 */
const ROOMS = {
  app: [
    'redemption',
    'enrollment',
    'reward',
    'referral',
    'promo',
    'customer',
    'config',
    'events',
    'edge',
    'tenant',
    'core',
    'common',
  ],
  redemption: ['config', 'reward', 'referral', 'promo', 'tenant', 'core', 'common'],
  enrollment: ['config', 'reward', 'referral', 'promo', 'customer', 'edge', 'tenant', 'core', 'common'],
  reports: ['reward', 'referral', 'config', 'tenant', 'core', 'common'],
  reward: ['referral', 'customer', 'config', 'tenant', 'core', 'common'],
  referral: ['customer', 'config', 'edge', 'tenant', 'core', 'common'],
  promo: ['edge', 'tenant', 'core', 'common'],
  customer: ['config', 'tenant', 'core', 'common'],
  config: ['edge', 'tenant', 'core', 'common'],
  events: ['tenant', 'core', 'common'],
  edge: ['tenant', 'core', 'common'],
  tenant: ['core', 'common'],
  core: ['common'],
  common: [],
};

/** Inside a room, a sub-room may import its own room's files, and these of its siblings. */
const SIBLINGS = {
  'reward/credit': ['ledger'],
  'tenant/api-key': ['audit'],
  'tenant/branding': ['audit'],
  'core/database': ['http'],
  'core/outbox': ['database'],
  'core/metrics': ['auth', 'http'],
  'core/health': ['auth', 'database', 'http'],
};

/** The rooms that hold business rules: a file there without a role in its name is a pure rule. */
const BUSINESS = 'redemption|enrollment|reports|reward|referral|promo|customer|config|events|tenant';

const rooms = Object.entries(ROOMS).map(([room, below]) => ({
  name: `room-${room}`,
  comment: `${room} may import only: ${below.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/(${[room, ...below].join('|')})/`,
      ...(room === 'app' ? ['^src/app\\.module\\.ts$'] : []),
    ],
  },
}));

const siblings = {
  name: 'sub-room-reaches-into-its-sibling',
  comment: 'A sub-room imports from a sibling only what SIBLINGS allows.',
  severity: 'error',
  from: {
    path: '^src/([^/]+)/([^/]+)/',
    pathNot: Object.keys(SIBLINGS).map((subRoom) => `^src/${subRoom}/`),
  },
  to: { path: '^src/$1/[^/]+/', pathNot: '^src/$1/$2/' },
};
const namedSiblings = Object.entries(SIBLINGS).map(([subRoom, allowed]) => {
  const [room, own] = subRoom.split('/');
  return {
    name: `sub-room-${subRoom.replace('/', '-')}`,
    comment: `${subRoom} may import of its siblings only: ${allowed.join(', ')}`,
    severity: 'error',
    from: { path: `^src/${subRoom}/` },
    to: { path: `^src/${room}/[^/]+/`, pathNot: `^src/${room}/(${[own, ...allowed].join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...rooms,
    siblings,
    ...namedSiblings,
    {
      name: 'room-without-a-line',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(ROOMS).join('|')})/` },
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
      comment: 'Only repositories, queries, entities and core/database know TypeORM or pg at run time.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(repository|query|entity)\\.ts$|^src/core/database/' },
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
        path: ['', '[a-z-]+/'].map((subRoom) => `^src/(${BUSINESS})/${subRoom}[a-z-]+\\.ts$`),
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
