import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { IssueKey } from '../src/access/issue-key';
import { RegisterCaller } from '../src/access/register-caller';
import { SystemClock } from '../src/clock/clock';
import { RegistryDataSource, type DatabaseLocation } from '../src/database/registry-data-source';
import { TestDatabase } from './support/database';
import { ServiceProcess } from './support/service-process';

const OPERATOR = { id: 'system', kind: 'system', person: null } as const;
const ROUNDS = 3;
const AT_ONCE = 4;

async function withRegistry<T>(
  location: DatabaseLocation,
  act: (dataSource: RegistryDataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await RegistryDataSource.open(location);
  try {
    return await act(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function makeAdmin(dataSource: DataSource): Promise<string> {
  const clock = new SystemClock();
  const { id } = await new RegisterCaller(dataSource, clock).execute(
    { kind: 'person', name: 'Ada Invented', agency: 'GSA', roles: ['admin'] },
    OPERATOR,
  );
  return (await new IssueKey(dataSource, clock).execute(id, {}, OPERATOR)).apiKey;
}

/** Registers a client over HTTP. @returns the answer, or null where the connection broke before it was whole */
async function registerClient(url: string, apiKey: string) {
  try {
    const answer = await fetch(`${url}/v1/clients`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-API-Key': apiKey },
      body: JSON.stringify({ name: 'Purchase desk', agency: 'DHS', roles: ['procurement'] }),
    });
    return { status: answer.status, body: (await answer.json()) as { id: string } };
  } catch {
    return null;
  }
}

/** Kills the service in the middle of changes that callers make at once. @returns the acknowledged ones */
async function killAmidChanges(settings: NodeJS.ProcessEnv, apiKey: string): Promise<string[]> {
  const service = await ServiceProcess.start(settings);
  const acknowledged: string[] = [];
  const call = async (): Promise<void> => {
    for (;;) {
      const answer = await registerClient(service.url, apiKey);
      if (answer === null) return;
      expect(answer.status).toBe(201);
      acknowledged.push(answer.body.id);
      if (acknowledged.length === 20) service.signal('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, call));
  expect(await service.end()).toBe('SIGKILL');
  return acknowledged;
}

async function expectAll(dataSource: DataSource, acknowledged: string[]): Promise<void> {
  const callers = await dataSource.query<{ id: string }[]>('SELECT id FROM caller');
  expect(callers.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  const entries = await dataSource.query<{ position: number; id: string | null }[]>(
    `SELECT position, convert_from(canonical, 'UTF8')::jsonb #>> '{after,id}' AS id
     FROM history_entry ORDER BY position`,
  );
  expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index));
  expect(entries.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
}

describe('a change that the service acknowledged', () => {
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
    const apiKey = await withRegistry(location, async (dataSource) => {
      await dataSource.migrate();
      return makeAdmin(dataSource);
    });
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await killAmidChanges(settings, apiKey)));
      await withRegistry(location, (dataSource) => expectAll(dataSource, acknowledged));
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
