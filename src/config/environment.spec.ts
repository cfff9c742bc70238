import { getMetadataStorage } from 'class-validator';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { DEFAULT_THRESHOLDS } from '../screening/domain/thresholds';
import { Environment, readEnvironment } from './environment';
import { RefusesToStart } from './refuses-to-start';

describe('readEnvironment', () => {
  it('has a value for all that a first start needs', () => {
    expect(readEnvironment({})).toEqual({
      DATABASE_POOL_SIZE: 10,
      DATA_DIR: './data',
      PORT: 3000,
      HOST: 'localhost',
      BASE_URL: 'http://localhost:3000',
      DEMO: true,
      LOG_LEVEL: 'log',
      TOKEN_KEY_FILE: 'data/keys/token-issuer.pem',
      RECEIPT_KEY_FILE: 'data/keys/check-receipts.pem',
      RECEIPT_FORM: 'batch',
      CHECK_QUEUE_LENGTH: 4096,
      SCREENING_DENY_THRESHOLD: DEFAULT_THRESHOLDS.deny,
      SCREENING_CANDIDATE_THRESHOLD: DEFAULT_THRESHOLDS.candidate,
      RATE_LIMIT_CHECKS: 600_000,
      RATE_LIMIT_READS: 60_000,
      RATE_LIMIT_WRITES: 6000,
      RATE_LIMIT_ADMIN: 60_000,
      RATE_LIMIT_ANONYMOUS: 600,
    });
  });

  it('can not be changed once it is read', () => {
    expect(Object.isFrozen(readEnvironment({}))).toBe(true);
  });

  it.each([
    'postgres://user@/database?host=%2Fvar%2Frun%2Fpostgresql',
    'postgres:///database?host=%2Ftmp',
    'postgres://user:secret@localhost:5432/database',
    'postgresql://user@db_1/database',
  ])('takes %s for a database', (DATABASE_URL) => {
    expect(readEnvironment({ DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL);
  });

  it('shows the demonstration on the embedded database only, unless it is told', () => {
    const DATABASE_URL = 'postgres://localhost/registry';
    expect(readEnvironment({ DATABASE_URL }).DEMO).toBe(false);
    expect(readEnvironment({ DATABASE_URL, DEMO: 'true' }).DEMO).toBe(true);
    expect(readEnvironment({ DEMO: 'false' }).DEMO).toBe(false);
  });

  it('takes an empty setting for an absent one', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', OIDC_ISSUER: '' })).toEqual(
      readEnvironment({}),
    );
  });

  it('derives where callers reach it from the port', () => {
    expect(readEnvironment({ PORT: '8080' }).BASE_URL).toBe('http://localhost:8080');
    expect(readEnvironment({ PORT: '0' }).BASE_URL).toBe('http://localhost');
    expect(readEnvironment({ BASE_URL: 'https://registry.example.gov/' }).BASE_URL).toBe(
      'https://registry.example.gov',
    );
  });

  it.each([
    ['DATABASE_URL', 'hunter2'],
    ['DATABASE_URL', 'mysql://hunter2@localhost/registry'],
    ['MIGRATION_DATABASE_URL', 'hunter2'],
    ['PORT', 'hunter2'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DATABASE_POOL_SIZE', '0'],
    ['BASE_URL', 'hunter2'],
    ['DEMO', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'],
    ['OIDC_JWKS_URL', 'hunter2'],
    ['CHECK_QUEUE_LENGTH', '0'],
    ['SCREENING_DENY_THRESHOLD', '0.31'],
    ['SCREENING_CANDIDATE_THRESHOLD', '1.07'],
    ['RATE_LIMIT_CHECKS', '-1'],
  ])('refuses %s=%s, names the setting and keeps its value to itself', (setting, value) => {
    const read = (): unknown => readEnvironment({ [setting]: value });
    expect(read).toThrow(RefusesToStart);
    expect(read).toThrow(setting);
    expect(read).not.toThrow(value);
  });

  it('wants an outside issuer whole', () => {
    const OIDC_ISSUER = 'https://login.example.gov';
    const OIDC_AUDIENCE = 'registry';
    const OIDC_JWKS_URL = 'https://login.example.gov/jwks';
    expect(() => readEnvironment({ OIDC_ISSUER })).toThrow('OIDC_AUDIENCE');
    expect(() => readEnvironment({ OIDC_AUDIENCE })).toThrow('OIDC_ISSUER');
    expect(() => readEnvironment({ OIDC_JWKS_URL })).toThrow(/OIDC_ISSUER.*OIDC_AUDIENCE/);
    for (const whole of [
      { OIDC_ISSUER, OIDC_AUDIENCE },
      { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL },
    ]) {
      expect(readEnvironment(whole)).toMatchObject(whole);
    }
  });

  it('wants the database of which migrations have their own role', () => {
    const MIGRATION_DATABASE_URL = 'postgres://owner@localhost/registry';
    expect(() => readEnvironment({ MIGRATION_DATABASE_URL })).toThrow(/^DATABASE_URL/);
  });

  it('names every setting that is at fault', () => {
    expect(() => readEnvironment({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT.*LOG_LEVEL/);
  });
});

describe('the settings', () => {
  const declared = new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(Environment, '', false, false)
      .map(({ propertyName }) => propertyName),
  );
  const read = (file: string): string => fs.readFileSync(path.resolve(file), 'utf8');
  const settingsIn = (text: string, form: RegExp): Set<string> =>
    new Set([...text.matchAll(form)].map(([, name = '']) => name));

  it('stand in .env.example, all of them and no others', () => {
    expect(settingsIn(read('.env.example'), /^(?:# )?([A-Z_]+)=/gm)).toEqual(declared);
  });

  it('have in .env.example the values that they have without it', () => {
    const example = parseEnv(read('.env.example').replace(/^# (?=[A-Z_]+=)/gm, ''));
    expect(readEnvironment(example)).toEqual(readEnvironment({}));
  });

  it('are explained in docs/operations.md, all of them and no others', () => {
    expect(settingsIn(read('docs/operations.md'), /^\| `([A-Z_]+)`/gm)).toEqual(declared);
  });

  it('come from the process, and where it is silent from the file .env', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-settings-'));
    const home = process.cwd();
    fs.writeFileSync(path.join(folder, '.env'), 'PORT=4001\nRATE_LIMIT_READS=7\n');
    process.env['PORT'] = '4002';
    process.chdir(folder);
    try {
      expect(readEnvironment()).toMatchObject({ PORT: 4002, RATE_LIMIT_READS: 7 });
    } finally {
      process.chdir(home);
      delete process.env['PORT'];
      fs.rmSync(folder, { recursive: true });
    }
  });
});
