import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { awaitEnd, isServed } from '../src/database/embedded/postmaster';
import { canEnter, serverAccount } from '../src/database/embedded/server-account';
import { RegistryDataSource } from '../src/database/registry-data-source';
import { History } from '../src/history/history';
import { RegistryProcess, type Account } from './support/registry-process';

const NOBODY = { uid: 65_534, gid: 65_534 };
const asRoot = process.getuid?.() === 0;

/** The accounts that this machine lets a test start the service as. */
const ACCOUNTS: [name: string, account: Account][] = [['this account', {}]];
if (asRoot && canEnter(path.resolve('.'), NOBODY))
  ACCOUNTS.push(['an unprivileged account', NOBODY]);

let home: string;
let dataDir: string;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-embedded-'));
  fs.chmodSync(home, 0o777);
  dataDir = path.join(home, 'data', 'pg');
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

/** Opens a registry for as long as something takes. */
async function withRegistry<T>(
  folder: string,
  act: (dataSource: RegistryDataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await RegistryDataSource.open({ dataDir: folder });
  try {
    return await act(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

const positionsIn = (folder: string): Promise<number[]> =>
  withRegistry(folder, async (dataSource) => {
    const rows = await dataSource.query<{ position: number }[]>(
      'SELECT position FROM history_entry ORDER BY position',
    );
    return rows.map(({ position }) => position);
  });

const firstPositions = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe.each(ACCOUNTS)('the embedded database, started by %s', (_, account) => {
  it('keeps what was acknowledged over a stop and a start', async () => {
    const first = RegistryProcess.start({ dataDir }, account);
    await first.acknowledges(3);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(isServed(dataDir)).toBe(false);

    const second = RegistryProcess.start({ dataDir }, account);
    await second.acknowledges(1);
    await second.end('SIGTERM');
    const all = [...first.acknowledged, ...second.acknowledged];
    expect(all).toEqual(firstPositions(all.length));
  });

  it('ends when the service is killed, and has every acknowledged entry at the next start', async () => {
    const service = RegistryProcess.start({ dataDir }, account);
    await service.acknowledges(20);
    expect(await service.end('SIGKILL')).toBe('SIGKILL');
    await awaitEnd(dataDir);

    const next = RegistryProcess.start({ dataDir }, account);
    await next.acknowledges(1);
    await next.end('SIGTERM');
    // The killed one may have been cut off between a commit and its print.
    expect(next.acknowledged[0]! - service.acknowledged.length).toBeLessThanOrEqual(1);
    expect(next.acknowledged[0]).toBeGreaterThanOrEqual(service.acknowledged.length);
  });

  it('is shared by processes that start at once on a new folder, and ends with the last of them', async () => {
    const one = RegistryProcess.start({ dataDir }, account);
    const other = RegistryProcess.start({ dataDir }, account);
    await Promise.all([one.acknowledges(20), other.acknowledges(20)]);

    await one.end('SIGKILL');
    await other.acknowledges(20);
    await other.end('SIGTERM');
    expect(isServed(dataDir)).toBe(false);

    const recorded = await positionsIn(dataDir);
    const acknowledged = [...one.acknowledged, ...other.acknowledged];
    expect(recorded).toEqual(firstPositions(recorded.length));
    expect(recorded).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
  });

  it('can be made after a first start that was cut off', async () => {
    const service = RegistryProcess.start({ dataDir }, account);
    while (
      !fs.existsSync(path.dirname(dataDir)) ||
      fs.readdirSync(path.dirname(dataDir)).length === 0
    ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await service.end('SIGKILL');

    const next = RegistryProcess.start({ dataDir }, account);
    await next.acknowledges(1);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(next.acknowledged[0]).toBe(0);
  });
});

describe('the embedded database', () => {
  it.each(['a folder of ours', `it's "quoted" $HOME \\ ünïcode`, 'long '.repeat(40)])(
    'lies in any folder: %s',
    async (name) => {
      const folder = path.join(home, name, 'pg');
      await withRegistry(folder, async (dataSource) => {
        await dataSource.migrate();
        expect(await new History(dataSource.manager).head()).toMatchObject({ size: 0 });
      });
      expect(isServed(folder)).toBe(false);
    },
  );

  it('is open to its own account only, and to no network', async () => {
    const [settings] = await withRegistry(dataDir, (dataSource) =>
      dataSource.query(
        `SELECT current_setting('listen_addresses') AS listens, current_setting('fsync') AS fsync,
                current_setting('synchronous_commit') AS commits, current_setting('TimeZone') AS zone`,
      ),
    );
    expect(settings).toEqual({ listens: '', fsync: 'on', commits: 'on', zone: 'UTC' });
    expect(fs.statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('starts although the process id of a dead server belongs to another process now', async () => {
    await withRegistry(dataDir, (dataSource) => dataSource.migrate());
    const other = spawn('sleep', ['60'], { ...serverAccount(dataDir), stdio: 'ignore' });
    try {
      const note = path.join(dataDir, 'postmaster.pid');
      fs.writeFileSync(note, `${other.pid}\n${dataDir}\n1\n5432\n${dataDir}\n\n\nready\n`);
      expect(isServed(dataDir)).toBe(false);
      expect(await positionsIn(dataDir)).toEqual([]);
    } finally {
      other.kill();
    }
  });

  if (asRoot) {
    it('lies where its account can go, and a link leads there, when root closes the folder', async () => {
      const closed = path.join(home, 'closed');
      fs.mkdirSync(closed, { mode: 0o700 });
      const service = RegistryProcess.start({ dataDir: path.join(closed, 'data', 'pg') });
      await service.acknowledges(3);
      await service.end('SIGTERM');

      const link = path.join(closed, 'data', 'pg');
      const cluster = fs.readlinkSync(link);
      expect(cluster).toMatch(/^\/var\/lib\/approved-vendor-registry\/pg-/);
      expect(await positionsIn(link)).toEqual(firstPositions(service.acknowledged.length));
      fs.rmSync(cluster, { recursive: true });
    });
  }
});
