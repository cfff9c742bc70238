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
    ['listed', 11],
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

  it('answers the question of the README as the README says', async () => {
    const question = {
      vendor: { uei: 'KLABDEMX0015' },
      purchase: { list: 'gsa-schedule-70', reference: 'PR-2017-0042' },
    };
    const answers = [];
    for (const day of ['2017-07-10', '2017-07-12']) {
      const at = `${day}T00:00:00.000Z`;
      const { body } = await ask('POST', '/v1/checks', 'procurement', { ...question, at });
      answers.push([body.verdict, body.reasons.map(({ code }: { code: string }) => code)]);
    }
    expect(answers).toEqual([
      ['eligible', ['LISTED']],
      ['ineligible', ['LISTING_REMOVED']],
    ]);
  });

  const excludedBy = async (agency: string, at: string, known = '2026-01-01') => {
    const about = `at=${at}T00:00:00Z&knownAt=${known}T00:00:00Z`;
    const { body } = await ask('GET', `/v1/exclusions?agency=${agency}&${about}`, 'auditor');
    return body.items;
  };

  it('knows AO Kaspersky Lab by its names in other scripts', async () => {
    const uei = { uei: 'KASADEMX0018' };
    const { body } = await ask('POST', '/v1/vendors/lookup', 'procurement', uei);
    const named = body.vendor.names
      .filter(({ kind }: { kind: string }) => kind === 'transliteration')
      .map(({ name, script }: { name: string; script: string }) => [name, script]);
    expect(named.sort()).toEqual([
      ['АО «Лаборатория Касперского»', 'Cyrl'],
      ['Лаборатория Касперского', 'Cyrl'],
      ['卡巴斯基', 'Hani'],
      ['卡巴斯基实验室', 'Hani'],
    ]);
  });

  it('tells the directive from its companions by what it asks of agencies', async () => {
    const [directive] = await excludedBy('DHS', '2017-10-12');
    const path = `/v1/exclusions/${directive.id}/milestones`;
    const progressOn = async (day: string) => {
      const { body } = await ask('GET', `${path}?at=${day}`, 'auditor');
      return body.milestones.map(
        ({ code, agencies }: { code: string; agencies: { agency: string; state: string }[] }) => [
          code,
          ...['DHS', 'HUD'].map((one) => agencies.find(({ agency }) => agency === one)?.state),
        ],
      );
    };
    expect(await progressOn('2017-10-13T23:59:59.999Z')).toEqual([
      ['identify', 'done', 'due'],
      ['plan', 'due', 'due'],
      ['begin-removal', 'due', 'due'],
    ]);
    expect(await progressOn('2017-11-13T00:00:00.000Z')).toEqual([
      ['identify', 'done', 'overdue'],
      ['plan', 'overdue', 'overdue'],
      ['begin-removal', 'due', 'due'],
    ]);
  });

  it('cites the statute by its old and by its new clause, each as soon as it was there', async () => {
    const editionsKnown = async (known: string) => {
      const orders = await excludedBy('CONGRESS', '2025-12-01', known);
      const statutes = orders.filter(({ segment }: { segment: { authority: object } }) =>
        JSON.stringify(segment.authority).includes('s.1634'),
      );
      return statutes.map(({ segment }: { segment: { citations: { edition: string }[] } }) =>
        segment.citations.map(({ edition }) => edition),
      );
    };
    expect(await editionsKnown('2018-01-01')).toEqual([['statute']]);
    expect(await editionsKnown('2019-01-01')).toEqual([['statute', 'far', 'federal-register']]);
    expect(await editionsKnown('2026-01-01')).toEqual([
      ['statute', 'far', 'federal-register', 'far-overhaul'],
    ]);
  });

  it('knows the companies of the group, and which is the parent of the one that sold', async () => {
    const { body } = await ask('GET', `/v1/vendors/${kaspersky}/affiliations`, 'auditor');
    expect(body.affiliations).toMatchObject([
      { kind: 'parent', vendor: { name: 'Kaspersky Labs Limited' } },
    ]);
  });

  it('bars no company because its executives are designated', async () => {
    const barring = async (day: string) => {
      const path = `/v1/exclusions?active=true&at=${day}T00:00:00Z&limit=200`;
      const { body } = await ask('GET', path, 'auditor');
      return body.items.map(({ id }: { id: string }) => id);
    };
    // The designation is of 21 June 2024; the final determination of the day before has effect in July.
    expect(await barring('2024-06-25')).toEqual(await barring('2024-06-20'));
  });

  it('shows a proceeding that ended without a debarment', async () => {
    const { body } = await ask('GET', '/v1/proceedings', 'auditor');
    expect(body.items).toMatchObject([{ kind: 'debarment', state: 'decided' }]);
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
