import { HealthIndicatorService } from '@nestjs/terminus';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { hash } from 'node:crypto';
import { v7 } from 'uuid';
import { Credentials } from '../src/access/credentials';
import { cluesOf } from '../src/checks/domain/clues-of';
import { parseQuestion, type AskedCheck } from '../src/checks/domain/parse-question';
import { History } from '../src/history/history';
import { RegisterHealth } from '../src/health/register-health';
import { RegisterNotLoaded } from '../src/register/domain/errors';
import { Registers, type Register } from '../src/register/domain/register';
import { FactsReader } from '../src/register/facts-reader';
import { FollowedRegisters } from '../src/register/followed-registers';
import { RegisterSource } from '../src/register/loading/register-source';
import { ALWAYS } from '../src/clock/domain/period';
import { Vendors } from '../src/vendors/vendors';
import { seedDemo } from '../src/demo/seed-demo';
import { TestRegistry } from './support/app';
import { Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { change, LAWFUL, openList, registerVendor } from './support/registry';

const AT = new Date('2026-06-01T12:00:00.000Z');
const SILENT = { log: () => undefined } as unknown as Logger;

/** Facts with all that hangs on nobody's order in one. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => JSON.stringify(inOneOrder(part))).sort();
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, inOneOrder(part)] as const);
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of a listing's authority verdicts rest on the citation; the register keeps the office besides. */
const WHERE_IT_IS_READ = new Set(['url', 'documentSha256']);

const asHeld = (facts: object): unknown => {
  const text = JSON.stringify(facts, (key, part: unknown) =>
    WHERE_IT_IS_READ.has(key) ? undefined : part,
  );
  return inOneOrder(JSON.parse(text));
};

async function expectFactsOfTables(tx: DataSource, register: Register, asked: AskedCheck) {
  const clues = cluesOf(parseQuestion(asked, 'DHS'));
  const read = await new FactsReader(tx.manager, register.position).read([clues]);
  expect(asHeld(register.factsFor(clues))).toEqual(asHeld(read.of(clues)));
}

/** Waits until something holds; the test ends where it never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const sizeOf = async (dataSource: DataSource): Promise<number> =>
  (await new History(dataSource.manager).head()).size;

describe('the register of a service', () => {
  let registry: TestRegistry;
  let registers: Registers;
  let list: string;
  let vendor: string;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    registers = registry.app.get(Registers);
    list = await openList(registry);
    vendor = await registerVendor(registry, { identifiers: [{ scheme: 'cage', value: '1ACM1' }] });
  });

  afterAll(() => registry.close());

  const asked = (more: object = {}): AskedCheck => ({
    vendor: { cage: '1ACM1' },
    purchase: { list },
    at: AT,
    ...more,
  });

  const listings = (register: Register) =>
    register.factsFor(cluesOf(parseQuestion(asked(), 'DHS'))).vendors[0]?.listings ?? [];

  const backends = (): Promise<{ name: string }[]> =>
    registry.dataSource.query(
      `SELECT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND application_name ~ 'listening|following'`,
    );

  const cutOff = (): Promise<unknown> =>
    registry.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name ~ 'listening|following'`,
    );

  /** A change, and the size of the history with it. */
  async function amend(name: string): Promise<number> {
    await registerVendor(registry, { name });
    return sizeOf(registry.dataSource);
  }

  it('has every change that was acknowledged, whenever it is asked for', async () => {
    await change(registry, {
      ...{ action: 'list', vendor, list, contractNumber: 'C-1', categories: ['a'] },
      effectiveFrom: '2026-01-01T00:00:00.000Z',
    });
    expect(listings(await registers.fresh())).toMatchObject([[{ status: 'listed' }]]);
    await change(registry, { action: 'remove', vendor, list });
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => registers.fresh()));
    expect(first?.position).toBe(await sizeOf(registry.dataSource));
    expect(others.every(({ position }) => position === first?.position)).toBe(true);
    expect(listings(first!)).toMatchObject([[{ status: 'listed' }, { status: 'removed' }]]);
    await expectFactsOfTables(registry.dataSource, first!, asked());
  });

  it('follows what is recorded, unasked', async () => {
    const size = await amend('Follow Me Inc.');
    await until(() => registers.current().position >= size);
  });

  it('follows where nothing is told, as where news are lost', async () => {
    await registry.dataSource.query(`ALTER TABLE history_head DISABLE TRIGGER history_head_tells`);
    const size = await amend('Hush Inc.');
    await until(() => registers.current().position >= size);
    await registry.dataSource.query(`ALTER TABLE history_head ENABLE TRIGGER history_head_tells`);
  });

  it('goes on to follow when its connections are lost', async () => {
    await registers.fresh();
    await cutOff();
    const size = await amend('Back Again Inc.');
    await until(() => registers.current().position >= size);
    await cutOff();
    const next = await amend('And Again Inc.');
    while (!(await registers.fresh().catch(() => undefined)));
    expect(registers.current().position).toBeGreaterThanOrEqual(next);
    let told = await backends();
    while (told.length < 2) told = await backends();
  });

  it('follows amendments, mergers and what affiliations say', async () => {
    const other = await registerVendor(registry, {
      ...{ name: 'Acme Widgets of Ohio', identifiers: [{ scheme: 'cage', value: '1ACM2' }] },
    });
    const stranger = await registerVendor(registry, { name: 'Parent Holdings' });
    const both = [
      asked(),
      asked({ vendor: { cage: '1ACM2' } }),
      asked({ vendor: { id: stranger } }),
    ];
    const steps = [
      () => amended(other, { identifiers: [{ scheme: 'cage', value: '1ACM3' }] }),
      () => amended(other, { name: 'Acme of Ohio', country: 'CA' }),
      () => affiliate(other, { kind: 'parent', vendor: stranger }),
      () => change(registry, { action: 'merge-vendors', vendor, duplicate: other }),
      () => change(registry, { action: 'unmerge-vendors', vendor, duplicate: other }),
    ];
    for (const step of steps) {
      await step();
      const register = await registers.fresh();
      for (const one of both) await expectFactsOfTables(registry.dataSource, register, one);
    }
    expect(registers.current().hasList(list)).toBe(true);
    expect(registers.current().hasList('no-list')).toBe(false);
  });

  async function amended(id: string, terms: object): Promise<void> {
    const { admin } = registry.keys;
    const read = await registry.call('GET', `/v1/vendors/${id}`, { key: admin });
    const answer = await registry.call('PATCH', `/v1/vendors/${id}`, {
      ...{ key: admin, body: terms, headers: { 'if-match': read.headers['etag'] ?? '' } },
    });
    expect(answer).toMatchObject({ status: 200 });
  }

  async function affiliate(id: string, terms: object): Promise<void> {
    const call = { key: registry.keys.admin, body: { ...LAWFUL, ...terms } };
    const answer = await registry.call('POST', `/v1/vendors/${id}/affiliations`, call);
    expect(answer).toMatchObject({ status: 201 });
  }

  it('knows as many of one name as the tables tell', async () => {
    for (let n = 0; n < 24; n += 1) await registerVendor(registry, { name: 'Namesake Supplies' });
    const register = await registers.fresh();
    const named = asked({ vendor: { name: 'Namesake Supplies' } });
    await expectFactsOfTables(registry.dataSource, register, named);
    const facts = register.factsFor(cluesOf(parseQuestion(named, 'DHS')));
    expect(facts.vendors).toHaveLength(21);
  });

  it('knows credentials as they are recorded', async () => {
    const { callers, keys } = registry;
    const selectors = Object.values(keys).map((key) => key.split('_')[1] ?? '');
    const expectSame = async (): Promise<void> => {
      const register = await registers.fresh();
      const credentials = new Credentials(registry.dataSource.manager);
      for (const selector of [...selectors, 'nobodyskey']) {
        expect(register.credentialOfKey(selector)).toEqual(await credentials.ofKey(selector));
      }
      for (const subject of ['subject-1', 'nobody']) {
        expect(register.credentialOfSubject('https://issuer.test', subject)).toEqual(
          await credentials.ofSubject('https://issuer.test', subject),
        );
      }
    };
    await expectSame();
    const key = keys.admin;
    const client = await registry.call('POST', '/v1/clients', {
      ...{ key, body: { name: 'A client', agency: 'DHS', roles: ['procurement'] } },
    });
    expect(client).toMatchObject({ status: 201 });
    const issued = await registry.call('POST', `/v1/clients/${client.body.id}/keys`, {
      key,
      body: {},
    });
    expect(issued).toMatchObject({ status: 201 });
    selectors.push(issued.body.id);
    await registry.call('POST', '/v1/people', {
      key,
      body: {
        ...{ name: 'P', agency: 'DHS', roles: ['auditor'] },
        ...{ issuer: 'https://issuer.test', subject: 'subject-1' },
      },
    });
    await expectSame();
    await registry.call('DELETE', `/v1/clients/${client.body.id}/keys/${issued.body.id}`, { key });
    await expectSame();
    expect(
      (await registers.fresh()).credentialOfKey(issued.body.id)?.key?.revokedAt,
    ).not.toBeNull();
    await registry.call('POST', `/v1/people/${callers.auditor}/disable`, { key });
    await expectSame();
  });
});

describe('a register', () => {
  let db: TestDatabase;

  beforeEach(async () => {
    db = await TestDatabase.create();
    Logger.overrideLogger(false);
  });

  afterEach(() => db.destroy());

  const stop = async (registers: FollowedRegisters): Promise<void> => {
    await registers.beforeApplicationShutdown();
    await registers.onApplicationShutdown();
  };

  it('is not there before it is loaded, and the service is not ready', async () => {
    const registers = new FollowedRegisters(db.dataSource);
    const health = new RegisterHealth(registers, new HealthIndicatorService());
    expect(() => registers.current()).toThrow(RegisterNotLoaded);
    await expect(registers.fresh()).rejects.toMatchObject({ code: 'unavailable' });
    expect(health.isLoaded()).toMatchObject({ register: { status: 'down' } });
    registers.onApplicationBootstrap();
    await registers.loaded();
    expect(health.isLoaded()).toEqual({ register: { status: 'up' } });
    await stop(registers);
  });

  it('is loaded as soon as the tables can be read', async () => {
    await db.dataSource.query('ALTER TABLE listing RENAME TO elsewhere');
    const registers = new FollowedRegisters(db.dataSource);
    registers.onApplicationBootstrap();
    const loaded = registers.loaded().then(() => 'loaded');
    const soon = new Promise((resolve) => setTimeout(resolve, 300, 'not yet'));
    expect(await Promise.race([loaded, soon])).toBe('not yet');
    await db.dataSource.query('ALTER TABLE elsewhere RENAME TO listing');
    expect(await loaded).toBe('loaded');
    await stop(registers);
  });

  it('that is never loaded tells whoever waits for it', async () => {
    await db.dataSource.query('ALTER TABLE listing RENAME TO elsewhere');
    const registers = new FollowedRegisters(db.dataSource);
    registers.onApplicationBootstrap();
    const loaded = expect(registers.loaded()).rejects.toThrow(RegisterNotLoaded);
    await stop(registers);
    await loaded;
  });

  it('that stays when what changed can not be read says nothing else, and follows later', async () => {
    const registers = new FollowedRegisters(db.dataSource);
    registers.onApplicationBootstrap();
    await registers.loaded();
    await db.dataSource.query('ALTER TABLE listing RENAME TO elsewhere');
    await new Changes(db.dataSource, new SettableClock(AT)).register();
    await expect(registers.fresh()).rejects.toThrow();
    expect(registers.current().position).toBe(0);
    await db.dataSource.query('ALTER TABLE elsewhere RENAME TO listing');
    expect((await registers.fresh()).position).toBe(await sizeOf(db.dataSource));
    await stop(registers);
  });

  it('begins anew with a history that is shorter, since that is another one', async () => {
    await new Changes(db.dataSource, new SettableClock(AT)).register();
    const registers = new FollowedRegisters(db.dataSource);
    registers.onApplicationBootstrap();
    await registers.loaded();
    await db.dataSource.query(`SET session_replication_role = replica;
      UPDATE history_head SET size = size - 1; SET session_replication_role = origin`);
    expect((await registers.fresh()).position).toBe(await sizeOf(db.dataSource));
    await stop(registers);
  });

  /** A word that is like no other. */
  const wordOf = (n: number): string =>
    hash('md5', String(n))
      .slice(0, 12)
      .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);

  it('finds by name whoever came with thousands of others, in memory and in the tables', async () => {
    const source = new RegisterSource(db.dataSource, SILENT);
    const empty = await source.load();
    await db.dataSource.transaction(async (tx) => {
      const actor = { id: 'system', kind: 'system', person: null } as const;
      const draft = { type: 'vendor.registered', actor, before: null, after: null } as const;
      const revision = await new History(tx).append(draft, AT);
      const vendors = Array.from({ length: 5000 }, (_, n) => {
        const name = `${wordOf(n)} Foundry`;
        const names = [{ kind: 'legal', name, script: 'Latn', effective: ALWAYS }] as const;
        return { id: v7(), name, country: 'US', identifiers: [], names, revision };
      });
      await new Vendors(tx).insert(vendors);
    });
    const register = await source.catchUp(empty);
    const meant = [0, 4999].map((n) => `${wordOf(n)} Foundry`);
    const questions = meant.map((name) => ({ vendor: { name: name.slice(1) }, at: AT }));
    const found = questions.flatMap(
      (question) => register.factsFor(cluesOf(parseQuestion(question, 'DHS'))).alike,
    );
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(meant));
    for (const question of questions) {
      await expectFactsOfTables(db.dataSource, register, question);
    }
    await source.close();
  });

  it('that followed all changes of a demonstration holds what one holds that is loaded after', async () => {
    const source = new RegisterSource(db.dataSource, SILENT);
    const empty = await source.load();
    await seedDemo(db.dataSource, () => Promise.resolve());
    const [followed, loaded] = [await source.catchUp(empty), await source.load()];
    expect(followed.position).toBe(loaded.position);
    const vendors = await db.dataSource.query<{ id: string }[]>(`SELECT id FROM vendor`);
    expect(vendors.length).toBeGreaterThan(20);
    for (const { id } of vendors) {
      const bought = { items: [{ manufacturer: 'Kaspersky Lab', product: 'Endpoint Security' }] };
      const question: AskedCheck = { vendor: { id }, purchase: bought, at: AT };
      const clues = cluesOf(parseQuestion(question, 'DHS'));
      expect(asHeld(followed.factsFor(clues))).toEqual(asHeld(loaded.factsFor(clues)));
      await expectFactsOfTables(db.dataSource, loaded, question);
    }
    await source.close();
  });
});
