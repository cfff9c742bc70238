/** The law of directions: imports run from the edge inward, never back, and never in a circle. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment:
        'Domain code knows the domain, the error base and pure libraries; no framework, database or HTTP.',
      severity: 'error',
      from: { path: '^src/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^src/[^/]+/domain/',
          '^src/problems/registry-error\\.ts$',
          '^any-ascii$',
          'node_modules/(luxon|@types/luxon|json-canonicalize)/',
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'history-knows-nobody',
      severity: 'error',
      from: { path: '^src/history/', pathNot: '\\.(spec|controller|module|dto)\\.ts$' },
      to: {
        path: '^src/(vendors|lists|exclusions|proceedings|proposals|checks|exposure|imports|demo|cli)/',
      },
    },
    {
      name: 'registry-knows-no-checks',
      severity: 'error',
      from: { path: '^src/(vendors|lists|exclusions|history|access|proceedings|proposals)/' },
      to: { path: '^src/(checks|coverage|exposure|register)/' },
    },
    {
      name: 'register-knows-no-checks',
      severity: 'error',
      from: { path: '^src/register/' },
      to: { path: '^src/(checks|coverage|exposure|proposals|proceedings)/' },
    },
    {
      name: 'vendors-know-no-lists',
      severity: 'error',
      from: { path: '^src/vendors/' },
      to: { path: '^src/(lists|exclusions|proposals|checks|exposure)/' },
    },
    {
      name: 'exclusions-know-no-proposals',
      severity: 'error',
      from: { path: '^src/(lists|exclusions)/' },
      to: { path: '^src/(proposals|proceedings)/' },
    },
    {
      name: 'exclusions-know-no-lists',
      severity: 'error',
      from: { path: '^src/exclusions/' },
      to: { path: '^src/lists/' },
    },
    {
      name: 'lists-know-no-exclusions',
      severity: 'error',
      from: { path: '^src/lists/' },
      to: { path: '^src/exclusions/' },
    },
    {
      name: 'decisions-on-pairs-know-no-register',
      severity: 'error',
      from: { path: '^src/screening/decisions/' },
      to: { path: '^src/(register|checks|coverage|exposure|lists|proposals|proceedings)/' },
    },
    {
      name: 'nothing-imports-a-controller',
      severity: 'error',
      from: { pathNot: '\\.module\\.ts$' },
      to: { path: '\\.controller\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
