import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { CheckSeals } from '../src/evidence/check-seals';
import { NothingToSeal } from '../src/evidence/domain/errors';
import type { SealStatement } from '../src/evidence/domain/seal-statement';
import { SealChecks } from '../src/evidence/seal-checks';
import { History } from '../src/history/history';
import { breakHistory, mendHistory } from './support/break-history';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { ISSUER, makeBatch as recordBatch } from './support/evidence';
import { ServiceProcess } from './support/service-process';

/** Seals a few batches at a time. */
class FewAtOnce extends SealChecks {
  protected override readonly mostBatches = 3;
}

describe('sealing checks', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let sealChecks: SealChecks;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(new Date('2026-06-01T12:00:00.000Z'));
    sealChecks = new SealChecks(db.dataSource, clock);
  });
  afterEach(() => db.destroy());

  const makeBatch = (checks = 1) => recordBatch(db.dataSource, clock, checks);
  const entries = async () =>
    (
      await db.dataSource.query<{ canonical: Buffer }[]>(
        `SELECT canonical FROM history_entry WHERE type = 'checks.sealed' ORDER BY position`,
      )
    ).map(({ canonical }) => JSON.parse(canonical.toString()));
  const rows = (sql: string) => db.dataSource.query(sql);

  it('records one entry of the system, which says how many there are and what leads to them', async () => {
    await makeBatch(2);
    await makeBatch(3);
    const { seal, made } = await sealChecks.execute();
    expect(made).toBe(1);
    const [first, last] = await rows('SELECT id FROM check_batch ORDER BY id');
    const [entry] = await entries();
    expect(entry).toMatchObject({
      ...{ type: 'checks.sealed', actor: { id: 'system', kind: 'system' }, vendors: [] },
      ...{ position: seal.position, before: null },
    });
    expect(entry.after).toEqual({
      ...{ number: 0, batches: 2, checks: 5, firstBatch: first.id, lastBatch: last.id },
      ...{ root: expect.stringMatching(/^[0-9a-f]{64}$/), previous: null },
    });
    expect(seal.statement).toEqual(entry.after);
    expect(await rows('SELECT * FROM unsealed_check_batch')).toEqual([]);
  });

  it('makes a chain of seals, each of what came since the one before', async () => {
    await makeBatch();
    const { seal: first } = await sealChecks.execute();
    await makeBatch();
    const { seal: second } = await sealChecks.execute();
    expect(second.statement).toMatchObject({ number: 1, batches: 1, checks: 1 });
    const [{ digest }] = await rows(
      `SELECT encode(sha256(canonical), 'hex') AS digest FROM history_entry
       WHERE position = ${first.position}`,
    );
    expect(second.statement.previous).toBe(digest);
  });

  it('records nothing where nothing waits', async () => {
    await expect(sealChecks.execute()).rejects.toThrow(NothingToSeal);
    await makeBatch();
    const { seal } = await sealChecks.execute();
    const { size } = await new History(db.dataSource.manager).head();
    expect(await sealChecks.execute()).toEqual({ seal, made: 0 });
    expect(await new History(db.dataSource.manager).head()).toMatchObject({ size });
  });

  it('seals very many batches in several seals', async () => {
    for (let count = 0; count < 7; count += 1) await makeBatch();
    const { made } = await new FewAtOnce(db.dataSource, clock).execute();
    expect(made).toBe(3);
    const told = (await entries()).map(({ after }) => [after.number, after.batches]);
    expect(told).toEqual([
      [0, 3],
      [1, 3],
      [2, 1],
    ]);
  });

  it('leaves a batch that is not committed to the next seal', async () => {
    const late = await lateBatch(db.dataSource);
    await makeBatch();
    expect((await sealChecks.execute()).seal.statement).toMatchObject({ batches: 1 });
    await late.commit();
    const { seal } = await sealChecks.execute();
    expect(seal.statement).toMatchObject({ number: 1, batches: 1, firstBatch: late.id });
  });

  it('leaves out no batch and takes none twice, whoever seals while checks are recorded', async () => {
    const sealers = Array.from({ length: 3 }, () => new FewAtOnce(db.dataSource, clock));
    const ids = Array.from({ length: 60 }, () => v7());
    const record = async (some: readonly string[]): Promise<void> => {
      for (const id of some) await emptyLeafBatch(db.dataSource, id);
    };
    const recording = Promise.all([0, 20, 40].map((start) => record(ids.slice(start, start + 20))));
    const over = { isOver: false };
    const seal = async (sealer: SealChecks): Promise<void> => {
      while (!over.isOver) {
        await sealer.execute().catch((error: unknown) => {
          if (!(error instanceof NothingToSeal)) throw error;
        });
      }
    };
    const sealing = Promise.all(sealers.map(seal));
    await recording;
    over.isOver = true;
    await sealing;
    await sealChecks.execute();

    const sealed = await rows('SELECT batch_id AS id FROM check_seal_batch ORDER BY batch_id');
    expect(sealed.map(({ id }: { id: string }) => id)).toEqual([...ids].sort());
    const told: SealStatement[] = (await entries()).map(({ after }) => after);
    expect(told.map(({ number }) => number)).toEqual(told.map((_, index) => index));
    expect(told.reduce((sum: number, { batches }) => sum + batches, 0)).toBe(60);
    expect(await rows('SELECT * FROM unsealed_check_batch')).toEqual([]);
  });

  it('takes nothing where its entry can not be recorded', async () => {
    await makeBatch();
    await breakHistory(db.dataSource);
    await expect(sealChecks.execute()).rejects.toThrow('no space left on device');
    await mendHistory(db.dataSource);
    expect(await rows('SELECT * FROM check_seal')).toEqual([]);
    expect((await sealChecks.execute()).seal.statement).toMatchObject({ number: 0, batches: 1 });
  });

  it('is due once a minute, however many instances look', async () => {
    const seals = new CheckSeals(db.dataSource.manager);
    const numberAfterLook = async () => {
      await sealChecks.executeIfDue();
      return (await seals.last())?.statement.number;
    };
    expect(await numberAfterLook()).toBeUndefined();
    await makeBatch();
    expect(await numberAfterLook()).toBe(0);
    await makeBatch();
    clock.set(new Date('2026-06-01T12:00:30.000Z'));
    expect(await numberAfterLook()).toBe(0);
    clock.set(new Date('2026-06-01T12:01:00.000Z'));
    expect(await numberAfterLook()).toBe(1);
    clock.set(new Date('2026-06-01T12:05:00.000Z'));
    expect(await numberAfterLook()).toBe(1);
  });

  it('is due at once where there is a whole seal of batches', async () => {
    const few = new FewAtOnce(db.dataSource, clock);
    await makeBatch();
    await few.executeIfDue();
    for (let count = 0; count < 3; count += 1) await makeBatch();
    await few.executeIfDue();
    expect(await entries()).toHaveLength(2);
  });

  it('is done by the service as it runs', async () => {
    await makeBatch();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'registry-seals-'));
    const settings = { DATA_DIR: folder, DEMO: 'false', DATABASE_URL: db.url };
    const service = await ServiceProcess.start(settings);
    while ((await entries()).length === 0) await setTimeout(50);
    service.signal('SIGTERM');
    expect(await service.end()).toBe('SIGTERM');
    await fs.rm(folder, { recursive: true });
    expect(await rows('SELECT * FROM unsealed_check_batch')).toEqual([]);
  }, 60_000);

  it.each([
    'UPDATE check_batch SET issuer = issuer',
    'DELETE FROM check_batch',
    'UPDATE check_seal_batch SET leaf = leaf',
    'DELETE FROM check_seal_batch',
    'DELETE FROM check_seal',
    'UPDATE check_seal SET checks = checks',
  ])('can not be undone: %s', async (sql) => {
    await makeBatch();
    await sealChecks.execute();
    await expect(db.dataSource.query(sql)).rejects.toMatchObject({ code: '23001' });
  });
});

/** Records a batch whose only leaf is of no check: sealing looks at batches alone. */
const emptyLeafBatch = (dataSource: DataSource, id: string): Promise<unknown> =>
  dataSource.query(
    `INSERT INTO check_batch (id, position, issuer, leaves, root)
     VALUES ($1, 0, $2, sha256(uuid_send($1)), sha256(uuid_send($1)))`,
    [id, ISSUER],
  );

/** A batch that is written and not committed. */
async function lateBatch(dataSource: DataSource) {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  const id = v7();
  await emptyLeafBatch(runner.manager as unknown as DataSource, id);
  return {
    id,
    commit: async () => {
      await runner.commitTransaction();
      await runner.release();
    },
  };
}
