import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { IssueKey } from '../src/access/issue-key';
import { RegisterCaller } from '../src/access/register-caller';
import type { Role } from '../src/access/role';
import { SystemClock } from '../src/clock/clock';
import type { DatabaseLocation } from '../src/database/registry-data-source';
import { TestDatabase } from './support/database';
import { atDatabase } from './support/at-database';
import { ServiceProcess } from './support/service-process';

const OPERATOR = { id: 'system', kind: 'system', person: null } as const;
const ROUNDS = 3;
const AT_ONCE = 4;

interface Keys {
  readonly admin: string;
  readonly procurement: string;
}

async function makeCallers(dataSource: DataSource): Promise<Keys> {
  const clock = new SystemClock();
  const keyOf = async (role: Role): Promise<string> => {
    const caller = { kind: 'person', name: `Ada ${role}`, agency: 'GSA', roles: [role] } as const;
    const { id } = await new RegisterCaller(dataSource, clock).execute(caller, OPERATOR);
    return (await new IssueKey(dataSource, clock).execute(id, {}, OPERATOR)).apiKey;
  };
  return { admin: await keyOf('admin'), procurement: await keyOf('procurement') };
}

/** What the service acknowledged: ids of clients, each a change of the registry, and of checks. */
interface Acknowledged {
  readonly clients: string[];
  readonly checks: string[];
}

const CLIENT = { name: 'Purchase desk', agency: 'DHS', roles: ['procurement'] };
const CHECK = { vendor: { name: 'Nobody Invented LLC' }, purchase: { reference: 'PR-1' } };

/** @returns the answer, or null where the connection broke before it was whole */
async function post(url: string, apiKey: string, body: object) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-API-Key': apiKey },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as { id: string } };
  } catch {
    return null;
  }
}

/** The service listens before the registry is in memory, and until then makes no check. */
async function untilReady({ url }: ServiceProcess): Promise<void> {
  while ((await fetch(`${url}/health/ready`)).status !== 200) continue;
}

/** Kills the service in the middle of changes and checks that callers make at once. */
async function killAmidCalls(
  settings: NodeJS.ProcessEnv,
  { admin, procurement }: Keys,
  { clients, checks }: Acknowledged,
): Promise<void> {
  const service = await ServiceProcess.start(settings);
  await untilReady(service);
  const enough = clients.length + 20;
  const calling = async (path: string, key: string, body: object, ids: string[]): Promise<void> => {
    for (;;) {
      const answer = await post(`${service.url}${path}`, key, body);
      if (answer === null) return;
      expect(answer.status).toBe(201);
      ids.push(answer.body.id);
      if (clients.length >= enough && checks.length > 0) service.signal('SIGKILL');
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, () => [
      calling('/v1/clients', admin, CLIENT, clients),
      calling('/v1/checks', procurement, CHECK, checks),
    ]).flat(),
  );
  expect(await service.end()).toBe('SIGKILL');
}

async function expectAll(dataSource: DataSource, { clients, checks }: Acknowledged): Promise<void> {
  const callers = await dataSource.query<{ id: string }[]>('SELECT id FROM caller');
  expect(callers.map(({ id }) => id)).toEqual(expect.arrayContaining(clients));
  const entries = await dataSource.query<{ position: number; id: string | null }[]>(
    `SELECT position, convert_from(canonical, 'UTF8')::jsonb #>> '{after,id}' AS id
     FROM history_entry ORDER BY position`,
  );
  expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index));
  expect(entries.map(({ id }) => id)).toEqual(expect.arrayContaining(clients));
  const recorded = await dataSource.query<{ id: string }[]>('SELECT id FROM purchase_check');
  expect(recorded.map(({ id }) => id)).toEqual(expect.arrayContaining(checks));
}

describe('what the service acknowledged', () => {
  let home: string;

  beforeEach(() => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-service-'));
    fs.chmodSync(home, 0o755);
  });
  afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

  async function killAgainAndAgain(
    location: DatabaseLocation,
    settings: NodeJS.ProcessEnv,
  ): Promise<void> {
    const keys = await atDatabase(location, async (dataSource) => {
      await dataSource.migrate();
      return makeCallers(dataSource);
    });
    const acknowledged: Acknowledged = { clients: [], checks: [] };
    for (let round = 0; round < ROUNDS; round++) {
      await killAmidCalls(settings, keys, acknowledged);
      await atDatabase(location, (dataSource) => expectAll(dataSource, acknowledged));
    }
  }

  it('is there after kill -9, on the embedded database', async () => {
    const settings = { DATA_DIR: home, DEMO: 'false' };
    await killAgainAndAgain({ dataDir: path.join(home, 'pg') }, settings);
  });

  it('is there after kill -9, on a server', async () => {
    const database = await TestDatabase.create();
    const settings = { DATA_DIR: home, DEMO: 'false', DATABASE_URL: database.url };
    await killAgainAndAgain({ url: database.url }, settings);
    await database.destroy();
  });
});
