import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DemoCredentials } from '../src/demo/demo-credentials';
import { seedDemo } from '../src/demo/seed-demo';
import { TestRegistry } from './support/app';
import { TestDatabase } from './support/database';

describe('the demonstration', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'registry-demo-'));
  let registry: TestRegistry;
  let credentials: DemoCredentials;
  let kaspersky: string;

  beforeAll(async () => {
    const written = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    registry = await TestRegistry.start({
      now: new Date('2026-06-01T12:00:00Z'),
      callers: false,
      settings: { DEMO: 'true', DATA_DIR: dataDir },
    });
    written.mockRestore();
    credentials = JSON.parse(readFileSync(path.join(dataDir, 'demo-credentials.json'), 'utf8'));
    const { body } = await ask('POST', '/v1/vendors/lookup', 'procurement', {
      uei: 'KLABDEMX0015',
    });
    kaspersky = body.vendor.id;
  });
  afterAll(() => registry.close());

  const ask = (method: string, url: string, as: keyof DemoCredentials, body?: object) =>
    registry.call(method, url, { key: credentials[as].apiKey, ...(body && { body }) });

  it('keeps the keys where only its user reads them', () => {
    expect(statSync(path.join(dataDir, 'demo-credentials.json')).mode & 0o777).toBe(0o600);
    expect(Object.keys(credentials)).toEqual(['procurement', 'admin', 'admin2', 'auditor']);
  });

  it('says first that it is a replayed demonstration', async () => {
    const { body } = await ask('GET', '/v1/history/0', 'auditor');
    expect(body).toMatchObject({ type: 'registry.opened', after: { demonstration: true } });
  });

  it('goes forward in time, entry by entry', async () => {
    const { body } = await ask('GET', '/v1/history?format=ndjson', 'auditor');
    const days: string[] = body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line).recordedAt);
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)! < '2026').toBe(true);
  });

  it.each([
    ['gsa-schedule-70', '2017-07-11T00:00:00.000Z'],
    ['gsa-schedule-67', '2017-07-11T00:00:00.000Z'],
    ['nasa-sewp', '2017-07-13T00:00:00.000Z'],
  ])('takes Kaspersky Lab off %s on its day', async (list, day) => {
    const stateAt = async (at: string) => {
      const { body } = await ask('GET', `/v1/vendors/${kaspersky}/standing?at=${at}`, 'auditor');
      return body.listings.find((listing: { list: string }) => listing.list === list);
    };
    const before = new Date(new Date(day).getTime() - 1).toISOString();
    expect(await stateAt(before)).toMatchObject({ status: 'listed' });
    expect(await stateAt(day)).toMatchObject({
      status: 'removed',
      authority: { url: expect.stringMatching(/^https/) },
    });
  });

  it('knew nothing of the removal before the public did', async () => {
    const known = await ask(
      'GET',
      `/v1/vendors/${kaspersky}/standing?knownAt=2017-07-10T00:00:00Z&at=2017-08-01T00:00:00Z`,
      'auditor',
    );
    expect(known.body.listings.map((listing: { status: string }) => listing.status)).toEqual([
      'listed',
      'listed',
      'listed',
    ]);
  });

  it.each<[string, number]>([
    ['listed', 7],
    ['expired', 2],
    ['suspended', 1],
    ['removed', 5],
  ])('has listings that are %s', async (status, count) => {
    const found: unknown[] = [];
    for (const list of ['gsa-schedule-70', 'gsa-schedule-67', 'nasa-sewp']) {
      const path = `/v1/lists/${list}/listings?status=${status}`;
      found.push(...(await ask('GET', path, 'auditor')).body.items);
    }
    expect(found).toHaveLength(count);
  });

  it('is told once: a registry with a history keeps what it has', async () => {
    expect(await seedDemo(registry.dataSource, () => Promise.reject(new Error('told twice')))).toBe(
      false,
    );
  });

  it('is told whole or not at all', async () => {
    const database = await TestDatabase.create();
    const full = () => Promise.reject(new Error('the disk is full'));
    await expect(seedDemo(database.dataSource, full)).rejects.toThrow('the disk is full');
    const [{ n }] = await database.dataSource.query(
      `SELECT (SELECT size FROM history_head) + (SELECT count(*) FROM vendor) AS n`,
    );
    expect(n).toBe(0);
    await database.destroy();
  });
});
