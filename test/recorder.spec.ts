import { rootOf } from '../src/history/domain/merkle';
import { IssueKey } from '../src/access/issue-key';
import { AmendCaller } from '../src/access/amend-caller';
import { RegisterCaller } from '../src/access/register-caller';
import { RevokeKey } from '../src/access/revoke-key';
import { readCheck, type Check, type RecordedCheck } from '../src/checks/domain/check';
import type { AskedCheck } from '../src/checks/domain/parse-question';
import { checkLeaf, claimBytes, claimsOf } from '../src/checks/domain/receipt-claims';
import type { Asking } from '../src/checks/recording/asking';
import type { Batch } from '../src/checks/recording/batch';
import { batchOf } from '../src/checks/recording/batch';
import { BatchStatement } from '../src/checks/recording/batch-statement';
import { checkOf } from '../src/checks/recording/outcome';
import type pg from 'pg';
import type { Actor } from '../src/history/domain/entry';
import { toRefusal } from '../src/problems/to-problem';
import { Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { ISSUER, TestRecorder } from './support/recorder';

const NOW = '2026-06-01T12:00:00.000Z';
const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };
const BUYER: Asking = { id: '01980000-0000-7000-8000-000000000b01', agency: 'DHS' };
const UEI = { scheme: 'uei', value: 'ACMEWDGETS09' };

const fromList = (reference?: string): AskedCheck => ({
  vendor: { uei: UEI.value },
  purchase: { list: 'a-list', reference },
});

/** The recorder's own tables, as they are after a test. */
interface BatchRow {
  readonly id: string;
  readonly position: number;
  readonly issuer: string;
  readonly leaves: Buffer;
  readonly root: Buffer;
}

describe('the recorder', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let vendor: string;
  const opened: TestRecorder[] = [];

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(new Date(NOW));
    changes = new Changes(db.dataSource, clock);
    await changes.openList();
    ({ id: vendor } = await changes.register({ identifiers: [UEI] }));
    await changes.list(vendor);
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await db.destroy();
  });

  async function open(options?: Parameters<typeof TestRecorder.open>[2]): Promise<TestRecorder> {
    const recorder = await TestRecorder.open(db, clock, options);
    opened.push(recorder);
    return recorder;
  }

  const ask = async ({ recorder }: TestRecorder, asked = fromList(), asking = BUYER) =>
    checkOf((await recorder.record([asked], asking)).outcomes[0]).check;

  const batches = (): Promise<BatchRow[]> =>
    db.dataSource.query(`SELECT * FROM check_batch WHERE leaves <> '' ORDER BY id`);
  const voids = async (): Promise<number> =>
    (await db.dataSource.query(`SELECT count(*) AS n FROM check_batch WHERE leaves = ''`))[0].n;
  const references = async (): Promise<(string | null)[]> =>
    (await db.dataSource.query('SELECT reference FROM purchase_check ORDER BY id')).map(
      (row: { reference: string | null }) => row.reference,
    );

  /** Holds up whoever records checks, until it is called. */
  async function holdUp(): Promise<() => Promise<void>> {
    const blocker = db.dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK purchase_check IN ACCESS EXCLUSIVE MODE');
    return async () => {
      await blocker.rollbackTransaction();
      await blocker.release();
    };
  }

  /** The recorder's backend where it waits for a lock. */
  async function heldUp(): Promise<number | undefined> {
    const [row] = await db.dataSource.query<{ pid: number }[]>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
         AND application_name LIKE '%recorder' AND wait_event_type = 'Lock'`,
    );
    return row?.pid;
  }

  async function backendHeldUp(): Promise<number> {
    for (;;) {
      const pid = await heldUp();
      if (pid !== undefined) return pid;
    }
  }

  it('puts whatever waits into one batch, each check a leaf of its tree', async () => {
    const recorder = await open();
    const names = Array.from({ length: 100 }, (_, index) => `PR-${index}`);
    const checks = await Promise.all(names.map((name) => ask(recorder, fromList(name))));
    expect(checks.map(({ asked }) => asked.purchase.reference)).toEqual(names);
    const rows = await batches();
    // The first goes alone, at once; all others come while it is being recorded.
    expect(rows.map(({ leaves }) => leaves.length / 32)).toEqual([1, 99]);
    for (const { id, issuer, leaves, root } of rows) {
      const members = await db.dataSource.query<{ request: Buffer; answer: Buffer }[]>(
        'SELECT request, answer FROM purchase_check WHERE batch_id = $1 ORDER BY leaf',
        [id],
      );
      const hashes = members.map((bytes) =>
        checkLeaf(claimBytes(claimsOf(readCheck(bytes.answer), bytes, issuer))),
      );
      expect(issuer).toBe(ISSUER);
      expect(Buffer.concat(hashes)).toEqual(leaves);
      expect(rootOf(hashes)).toEqual(root);
    }
  });

  it('takes at most 256 checks into a batch, and a larger request whole', async () => {
    const recorder = await open();
    const groups = [1, 200, 56, 1, 300, 5];
    await Promise.all(
      groups.map((size) => recorder.recorder.record(Array(size).fill(fromList()), BUYER)),
    );
    const sizes = (await batches()).map(({ leaves }) => leaves.length / 32);
    expect(sizes).toEqual([1, 256, 1, 300, 5]);
  });

  describe('when the history has grown since the register', () => {
    it('decides anew, keeps the id, and answers what is so now', async () => {
      const recorder = await open();
      await recorder.registers.hold();
      const before = await ask(recorder);
      expect(before).toMatchObject({ verdict: 'eligible' });
      const position = await changes.remove(vendor);
      expect(await ask(recorder)).toMatchObject({ verdict: 'ineligible', position });
      expect(await recorder.metric('moved')).toBe(1);
      expect((await batches()).map((row) => row.position)).toEqual([before.position, position]);
    });

    it('would answer what is no longer so without its guard', async () => {
      class Unguarded extends BatchStatement {
        protected override condition(): string {
          return 'true';
        }
      }
      const recorder = await open({ statement: new Unguarded() });
      await recorder.registers.hold();
      await changes.remove(vendor);
      expect(await ask(recorder)).toMatchObject({ verdict: 'eligible' });
    });

    it('refuses nothing for want of news', async () => {
      const recorder = await open();
      await recorder.registers.hold();
      await changes.openList({ code: 'b-list', name: 'B List' });
      const fromNew = { vendor: { uei: UEI.value }, purchase: { list: 'b-list' } };
      expect(await ask(recorder, fromNew)).toMatchObject({ verdict: 'ineligible' });
      const position = await changes.list(vendor, { list: 'b-list' });
      const then = { ...fromNew, minPosition: position };
      expect(await ask(recorder, then)).toMatchObject({ verdict: 'eligible', position });
      await expect(ask(recorder, { ...fromNew, minPosition: position + 1 })).rejects.toMatchObject({
        code: 'position-not-reached',
      });
      await expect(
        ask(recorder, { ...fromNew, purchase: { list: 'c-list' } }),
      ).rejects.toMatchObject({ code: 'invalid-request' });
    });

    it('tells the newest position of a request of which nothing is recorded', async () => {
      const recorder = await open();
      await recorder.registers.hold();
      const position = await changes.remove(vendor);
      const malformed = { vendor: { uei: 'x' } };
      expect(await recorder.recorder.record([malformed], BUYER)).toMatchObject({
        position,
        outcomes: [{ refusal: { code: 'malformed-identifier' } }],
      });
      expect(await recorder.recorder.record([], BUYER)).toEqual({ position, outcomes: [] });
    });
  });

  describe('of whom memory has vouched for', () => {
    const CLIENT = {
      name: 'Buyer',
      kind: 'client',
      agency: 'DHS',
      roles: ['procurement'],
    } as const;
    let id: string;
    let key: string;
    let asking: Asking;
    let recorder: TestRecorder;

    beforeEach(async () => {
      const { dataSource } = db;
      ({ id } = await new RegisterCaller(dataSource, clock).execute(CLIENT, OPERATOR));
      ({ id: key } = await new IssueKey(dataSource, clock).execute(id, {}, OPERATOR));
      recorder = await open();
      await recorder.registers.hold();
      const { position } = recorder.registers.current();
      asking = { id, agency: 'DHS', authenticatedAt: position, credential: { key } };
    });

    const amend = (amendment: Parameters<AmendCaller['execute']>[1]) =>
      new AmendCaller(db.dataSource, clock).execute(id, amendment, OPERATOR, () => undefined);

    it('asks nobody again while nothing changes', async () => {
      expect(await ask(recorder, fromList(), asking)).toMatchObject({ askedBy: { id } });
    });

    it('answers nothing once the key is revoked', async () => {
      await new RevokeKey(db.dataSource, clock).execute(id, key, OPERATOR);
      await expect(ask(recorder, fromList(), asking)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      expect(await references()).toEqual([]);
    });

    it('answers nothing once the role is taken away, and others all the same', async () => {
      await amend({ roles: ['auditor'] });
      const [refused, answered] = await Promise.allSettled([
        recorder.recorder.record([fromList('a'), fromList('b')], asking),
        recorder.recorder.record([fromList('c')], BUYER),
      ]);
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
      expect(answered).toMatchObject({ status: 'fulfilled' });
      expect(await references()).toEqual(['c']);
    });

    it('answers for the agency that it belongs to by now', async () => {
      await amend({ agency: 'NASA' });
      expect(await ask(recorder, fromList(), asking)).toMatchObject({
        askedBy: { id, agency: 'NASA' },
        asked: { purchase: { agency: 'NASA' } },
      });
    });
  });

  describe('when it can not record in time', () => {
    it('answers that there is no answer, and records nothing afterwards', async () => {
      const recorder = await open();
      const release = await holdUp();
      const late = await Promise.allSettled([ask(recorder), ask(recorder, fromList('late'))]);
      for (const one of late) {
        const { reason } = one as PromiseRejectedResult;
        expect(toRefusal(reason)).toMatchObject({ code: 'unavailable' });
      }
      // By then the server has given up too.
      while (await heldUp()) continue;
      await release();
      await ask(recorder, fromList('next'));
      expect(await references()).toEqual(['next']);
    });

    it('takes no more than it may have waiting, and says so at once', async () => {
      const recorder = await open({ queue: 2 });
      const release = await holdUp();
      const first = ask(recorder, fromList('first'));
      await backendHeldUp();
      const waiting = [ask(recorder, fromList('one')), ask(recorder, fromList('two'))];
      expect(recorder.recorder.hasRoom()).toBe(false);
      expect(await recorder.metric('waiting')).toBe(2);
      await expect(ask(recorder, fromList('three'))).rejects.toMatchObject({
        name: 'TooManyChecksWaiting',
        code: 'unavailable',
      });
      await release();
      await Promise.all([first, ...waiting]);
      expect(recorder.recorder.hasRoom()).toBe(true);
      const [large] = (await recorder.recorder.record(Array(3).fill(fromList('3')), BUYER))
        .outcomes;
      expect(large).toHaveProperty('check');
      expect(await references()).toEqual(['first', 'one', 'two', '3', '3', '3']);
    });
  });

  describe('when the tables do not take a check', () => {
    const BAD = `NEW.reference LIKE 'bad%'`;

    it('refuses that one, and records all others', async () => {
      await failOn(BAD, 'numeric_value_out_of_range');
      const recorder = await open();
      const names = Array.from({ length: 40 }, (_, at) => (at % 13 === 5 ? `bad ${at}` : `${at}`));
      const outcomes = await Promise.allSettled(names.map((name) => ask(recorder, fromList(name))));
      for (const [index, outcome] of outcomes.entries()) {
        const expected = names[index]!.startsWith('bad')
          ? { reason: { name: 'CheckNotRecordable', code: 'fault' } }
          : { value: { verdict: 'eligible' } };
        expect(outcome).toMatchObject(expected);
      }
      expect((await references()).toSorted()).toEqual(
        names.filter((name) => !name.startsWith('bad')).toSorted(),
      );
    });

    it('refuses that one of a request, and records the rest at one position', async () => {
      await failOn(BAD, 'check_violation');
      const recorder = await open();
      const asked = ['a', 'bad', 'b', 'c'].map(fromList);
      const { position, outcomes } = await recorder.recorder.record(asked, BUYER);
      expect(outcomes).toMatchObject([
        { check: { position }, leaf: 0 },
        { refusal: { code: 'fault' } },
        { check: { position }, leaf: 1 },
        { check: { position }, leaf: 2 },
      ]);
      expect(await batches()).toHaveLength(1);
      expect(await references()).toEqual(['a', 'b', 'c']);
    });

    it('refuses all where it is no check that is at fault, and tries no halves', async () => {
      await db.dataSource.query('CREATE SEQUENCE attempts');
      await failOn(`nextval('attempts') > 0`, 'disk_full');
      const recorder = await open();
      const asked = Array<AskedCheck>(8).fill(fromList());
      await expect(recorder.recorder.record(asked, BUYER)).rejects.toMatchObject({ code: '53100' });
      const [{ last_value: attempts }] = await db.dataSource.query('SELECT * FROM attempts');
      expect(attempts).toBe(1);
      expect(await batches()).toEqual([]);
    });

    it('tries again where transactions could not be put in an order, though not without end', async () => {
      await db.dataSource.query('CREATE SEQUENCE attempts');
      await failOn(`nextval('attempts') < 3`, 'serialization_failure');
      const recorder = await open();
      expect(await ask(recorder)).toMatchObject({ verdict: 'eligible' });
      await db.dataSource.query('DROP TRIGGER fail_check ON purchase_check');
      await db.dataSource.query('DROP FUNCTION fail_check');
      await failOn('true', 'deadlock_detected');
      await expect(ask(recorder)).rejects.toThrow('however often');
      expect(await references()).toHaveLength(1);
    });
  });

  describe('when it loses its connection', () => {
    it('opens another for the next check', async () => {
      const recorder = await open();
      await ask(recorder, fromList('one'));
      await db.dataSource.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name LIKE '%recorder'`,
      );
      await ask(recorder, fromList('two'));
      expect(await references()).toEqual(['one', 'two']);
    });

    it('records anew what was not committed, under the same id, and once', async () => {
      const recorder = await open();
      const release = await holdUp();
      const asked = ask(recorder, fromList('once'));
      const pid = await backendHeldUp();
      await db.dataSource.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
      await release();
      const check = await asked;
      const rows = await db.dataSource.query('SELECT id, batch_id FROM purchase_check');
      expect(rows).toEqual([{ id: check.id, batch_id: (await batches())[0]!.id }]);
      expect(await voids()).toBe(1);
    });

    it('answers what was committed, and records it once', async () => {
      const recorder = await open({ statement: new LosesAnswer() });
      const { outcomes } = await recorder.recorder.record([fromList('a'), fromList('b')], BUYER);
      const checks = outcomes.map((outcome) => checkOf(outcome));
      expect(await references()).toEqual(['a', 'b']);
      expect((await batches()).map(({ id }) => id)).toEqual([checks[0]!.batch.id]);
      expect(await voids()).toBe(0);
    });

    it('answers nothing where nobody can tell in time what came of it', async () => {
      const recorder = await open({ statement: new LosesAllAnswers() });
      await expect(ask(recorder)).rejects.toMatchObject({ name: 'NotRecordedInTime' });
    });
  });

  it('lets nothing be recorded under the id of a batch that is void', async () => {
    const statement = new BatchStatement();
    const batch = aBatch(await ask(await open()));
    await onClient(async (client) => {
      expect(await statement.settle(client, batch)).toBe(false);
      // Also when the answer to the first was lost.
      expect(await statement.settle(client, batch)).toBe(false);
      await expect(statement.record(client, batch)).rejects.toMatchObject({ code: '23505' });
    });
    expect(await voids()).toBe(1);
  });

  /** A batch of one check like another, not recorded. */
  function aBatch({ at, decidedAt, validUntil, ...told }: RecordedCheck): Batch {
    const check = {
      ...{ ...told, id: '01980000-0000-7000-8000-0000000000c1' },
      ...{ at: new Date(at), decidedAt: new Date(decidedAt), validUntil: new Date(validUntil) },
    };
    return batchOf([{ check: check as Check, request: fromList() }], told.position, ISSUER);
  }

  async function onClient(act: (client: pg.ClientBase) => Promise<void>): Promise<void> {
    const runner = db.dataSource.createQueryRunner();
    try {
      await act((await runner.connect()) as pg.ClientBase);
    } finally {
      await runner.release();
    }
  }

  /** Makes the INSERT of a check fail where a condition holds of it. */
  async function failOn(condition: string, code: string): Promise<void> {
    await db.dataSource.query(`
      CREATE FUNCTION fail_check() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF ${condition} THEN RAISE EXCEPTION 'broken' USING ERRCODE = '${code}'; END IF;
        RETURN NEW;
      END $$`);
    await db.dataSource.query(`
      CREATE TRIGGER fail_check BEFORE INSERT ON purchase_check
        FOR EACH ROW EXECUTE FUNCTION fail_check()`);
  }
});

async function lose(client: pg.ClientBase): Promise<never> {
  await (client as pg.Client).end();
  throw new Error('Connection terminated unexpectedly');
}

/** Loses the connection whatever is asked. */
class LosesAllAnswers extends BatchStatement {
  override async record(client: pg.ClientBase, batch: Batch): Promise<boolean> {
    await super.record(client, batch);
    return lose(client);
  }

  override settle(client: pg.ClientBase): Promise<boolean> {
    return lose(client);
  }
}

/** Loses the connection after the first commit, before its answer is read. */
class LosesAnswer extends BatchStatement {
  private lost = false;

  override async record(client: pg.ClientBase, batch: Batch): Promise<boolean> {
    const recorded = await super.record(client, batch);
    if (this.lost) return recorded;
    this.lost = true;
    return lose(client);
  }
}
