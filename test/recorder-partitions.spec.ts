import { CheckPartitions } from '../src/checks/recording/check-partitions';
import { RecordOnce } from './support/record-once';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { ISSUER } from './support/recorder';

const BUYER = { id: '01980000-0000-7000-8000-000000000b01', agency: 'DHS' };
const LATER = 'purchase_check_later';

describe('the tables of checks', () => {
  let db: TestDatabase;
  let partitions: CheckPartitions;

  beforeEach(async () => {
    db = await TestDatabase.create();
    partitions = new CheckPartitions(db.dataSource);
    const clock = new SettableClock(new Date('2026-06-01T12:00:00.000Z'));
    const once = new RecordOnce(db.dataSource, clock, ISSUER);
    await once.execute({ vendor: { name: 'Nobody' } }, BUYER);
  });
  afterEach(() => db.destroy());

  /** Puts a copy of the check among those of another time. @returns the table that it came into */
  async function copyTo(time: string): Promise<string> {
    const [row] = await db.dataSource.query<{ name: string }[]>(
      `INSERT INTO purchase_check
       SELECT (jsonb_populate_record(NULL::purchase_check,
         to_jsonb(one) || jsonb_build_object('id', first_check_id(${time})))).*
       FROM (SELECT * FROM purchase_check LIMIT 1) AS one
       RETURNING tableoid::regclass::text AS name`,
    );
    return row!.name;
  }

  /** The table of a month, counted from this one. */
  async function tableOf(month: number): Promise<string> {
    const [row] = await db.dataSource.query<{ name: string }[]>(
      `SELECT 'purchase_check_' || to_char(
         date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month' * $1, 'YYYY_MM') AS name`,
      [month],
    );
    return row!.name;
  }

  const tables = async (): Promise<string[]> =>
    (
      await db.dataSource.query<{ name: string }[]>(
        `SELECT inhrelid::regclass::text AS name FROM pg_inherits
         WHERE inhparent = 'purchase_check'::regclass ORDER BY 1`,
      )
    ).map(({ name }) => name);

  it('are there for three months ahead, and are not made twice', async () => {
    const ahead = await Promise.all([1, 2, 3].map(tableOf));
    expect(await tables()).toEqual([...ahead, 'purchase_check_first', LATER].toSorted());
    expect(await partitions.make()).toEqual([]);
    await db.dataSource.query(`DROP TABLE ${ahead[2]!}`);
    expect(await partitions.make()).toEqual([ahead[2]]);
  });

  it('take each check by the month of its id, however far it is', async () => {
    expect(await copyTo(`now() - interval '3 years'`)).toBe('purchase_check_first');
    expect(await copyTo('now()')).toBe('purchase_check_first');
    expect(await copyTo(`now() + interval '1 month'`)).toBe(await tableOf(1));
    expect(await copyTo(`now() + interval '10 years'`)).toBe(LATER);
  });

  it('leave a month that has begun without its table where it is', async () => {
    const next = await tableOf(1);
    await db.dataSource.query(`DROP TABLE ${next}`);
    expect(await copyTo(`now() + interval '1 month'`)).toBe(LATER);
    const other = await tableOf(2);
    await db.dataSource.query(`DROP TABLE ${other}`);
    expect(await partitions.make()).toEqual([other]);
    const [{ n }] = await db.dataSource.query('SELECT count(*) AS n FROM purchase_check');
    expect(n).toBe(2);
  });

  it('are append-only, each of them', async () => {
    for (const when of ['now()', `now() + interval '2 months'`, `now() + interval '10 years'`]) {
      await copyTo(when);
    }
    const all = ['purchase_check', 'check_batch', ...(await tables())];
    for (const table of all) {
      const id = table === 'check_batch' ? 'issuer' : 'agency';
      for (const sql of [
        `UPDATE ${table} SET ${id} = ${id}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(db.dataSource.query(sql)).rejects.toMatchObject({ code: '23001' });
      }
    }
  });
});
