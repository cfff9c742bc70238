import { History } from '../src/history/history';
import { leafHashOf } from '../src/history/domain/entry';
import type { Actor, EntryDraft } from '../src/history/domain/entry';
import { TestDatabase } from './support/database';

const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };
const NOW = new Date('2026-06-01T12:00:00.000Z');

const aDraft = (change: Partial<EntryDraft> = {}): EntryDraft => ({
  type: 'registry.opened',
  actor: OPERATOR,
  before: null,
  after: { note: 'a test' },
  ...change,
});

describe('the history', () => {
  let db: TestDatabase;

  beforeEach(async () => {
    db = await TestDatabase.create();
  });
  afterEach(() => db.destroy());

  const append = (...drafts: EntryDraft[]) =>
    db.dataSource.transaction((tx) => new History(tx).appendAll(drafts, NOW));

  it('gives positions from 0 on, without gaps', async () => {
    expect(await append(aDraft(), aDraft())).toEqual([0, 1]);
    expect(await append(aDraft())).toEqual([2]);
    expect(await new History(db.dataSource.manager).head()).toEqual({ size: 3, recordedAt: NOW });
  });

  it('gives back the position of a change that was rolled back', async () => {
    await expect(
      db.dataSource.transaction(async (tx) => {
        await new History(tx).append(aDraft(), NOW);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await append(aDraft())).toEqual([0]);
  });

  it('keeps canonical bytes with their RFC 6962 leaf hash', async () => {
    await append(aDraft({ reason: 'é' }));
    const [row] = await db.dataSource.query('SELECT canonical, leaf_hash FROM history_entry');
    expect(row.canonical.toString()).toBe(
      '{"actor":{"id":"system","kind":"system","person":null},"after":{"note":"a test"},"before":null,' +
        '"position":0,"reason":"é","recordedAt":"2026-06-01T12:00:00.000Z","type":"registry.opened","vendors":[]}',
    );
    expect(row.leaf_hash).toEqual(leafHashOf(row.canonical));
  });

  it('never dates an entry before the one that it follows', async () => {
    await append(aDraft());
    await db.dataSource.transaction((tx) =>
      new History(tx).append(aDraft(), new Date(NOW.getTime() - 5000)),
    );
    const rows = await db.dataSource.query(
      'SELECT recorded_at FROM history_entry ORDER BY position',
    );
    expect(rows).toEqual([{ recorded_at: NOW }, { recorded_at: NOW }]);
  });

  it('numbers simultaneous changes densely, in the order of their commits', async () => {
    await Promise.all(Array.from({ length: 20 }, () => append(aDraft())));
    const rows = await db.dataSource.query('SELECT position FROM history_entry ORDER BY position');
    expect(rows.map((row: { position: number }) => row.position)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
  });

  it.each([
    `UPDATE history_entry SET actor = 'someone else'`,
    'DELETE FROM history_entry',
    'TRUNCATE history_entry',
    'DELETE FROM history_head',
    'UPDATE history_head SET size = 0',
    'UPDATE history_head SET size = size + 1',
    `INSERT INTO history_entry (position, recorded_at, type, actor, vendors, canonical, leaf_hash)
     VALUES (7, now(), 'x', 'x', '{}', 'x', sha256('x'))`,
  ])('can not be talked out of what it holds: %s', async (sql) => {
    await append(aDraft());
    await expect(db.dataSource.query(sql)).rejects.toMatchObject({ code: '23001' });
    expect(await new History(db.dataSource.manager).head()).toMatchObject({ size: 1 });
  });

  it.each([
    `INSERT INTO vendor (id, revision) VALUES (gen_random_uuid(), 0)`,
    `INSERT INTO approved_list (code, revision) VALUES ('a-list', 0)`,
    `INSERT INTO caller (id, kind, name, agency, roles, created_at, revision)
     VALUES (gen_random_uuid(), 'person', 'x', 'GSA', '{}', now(), 0)`,
  ])('refuses a change of the registry without an entry of its transaction: %s', async (sql) => {
    await append(aDraft());
    await expect(db.dataSource.query(sql)).rejects.toThrow('has no history entry');
  });
});
