// Packages that ship ES modules only and reach Jest's CommonJS loader.
const ESM_PACKAGES = [
  'any-ascii',
  '@nestjs',
  'jose',
  'oidc-provider',
  'csv-parse',
  'csv-stringify',
  'uuid',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'json-canonicalize',
  'light-my-request',
  'cookie',
];

/** Jest 30 on CommonJS, compiled by SWC; the OpenAPI document is tested on the build, where the plugin runs. */
module.exports = {
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 60_000,
  // Tests wait for the database as much as they compute.
  maxWorkers: '100%',
  transform: {
    '\\.[mc]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
};
