import { canonicalize } from 'json-canonicalize';
import { AskStanding } from '../src/checks/ask-standing';
import type { AskedCheck } from '../src/checks/domain/parse-question';
import type { Asking } from '../src/checks/recording/asking';
import { RecordOnce } from './support/record-once';
import { ReadChecks } from '../src/checks/read-checks';
import { RegistryDataSource } from '../src/database/registry-data-source';
import { AmendVendor } from '../src/vendors/amend-vendor';
import { ADMIN, Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { TestRegisters } from './support/registers';
import { aReceiptIssuer, RECEIPT } from './support/receipts';

const NOW = '2026-06-01T12:00:00.000Z';
const ISSUER = 'https://registry.example';
const BUYER: Asking = { id: '01980000-0000-7000-8000-000000000b01', agency: 'DHS' };
const AUDITOR = { ...ADMIN, roles: ['auditor'] as const };
const UEI = { scheme: 'uei', value: 'ACMEWDGETS09' };

const fromList = (vendor: AskedCheck['vendor'] = { uei: UEI.value }): AskedCheck => ({
  vendor,
  purchase: { list: 'a-list' },
});

describe('checks', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let makeCheck: RecordOnce;
  let vendor: string;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(new Date(NOW));
    changes = new Changes(db.dataSource, clock);
    makeCheck = new RecordOnce(db.dataSource, clock, ISSUER);
    await changes.openList();
    ({ id: vendor } = await changes.register({ identifiers: [UEI] }));
  });
  afterEach(() => db.destroy());

  const recorded = async (): Promise<number> =>
    (await db.dataSource.query('SELECT count(*) AS n FROM purchase_check'))[0].n;
  const codes = async (asked: AskedCheck): Promise<string[]> =>
    (await makeCheck.execute(asked, BUYER)).reasons.map(({ code }) => code);

  it('are recorded as they are answered, byte for byte, with the request', async () => {
    const position = await changes.list(vendor);
    const asked: AskedCheck = {
      ...fromList({ uei: 'acmewdgets09', name: 'ACME widgets llc' }),
      at: new Date('2026-07-01T00:00:00.000Z'),
    };
    const check = await makeCheck.execute(asked, BUYER);
    const [row] = await db.dataSource.query('SELECT * FROM purchase_check');
    expect(row).toMatchObject({
      ...{ id: check.id, caller_id: BUYER.id, agency: 'DHS', vendor_id: vendor, position },
      ...{ list_code: 'a-list', verdict: 'eligible', reference: null, at: asked.at },
      decided_at: new Date(NOW),
    });
    expect(row.answer.toString()).toBe(JSON.stringify(check));
    expect(row.answer.toString()).toBe(canonicalize(check));
    expect(JSON.parse(row.request.toString())).toEqual({
      ...asked,
      at: '2026-07-01T00:00:00.000Z',
    });
    const { issuer } = await aReceiptIssuer();
    const { receipt, ...read } = await new ReadChecks(db.dataSource, issuer).one(check.id, AUDITOR);
    expect(JSON.stringify(read)).toBe(row.answer.toString());
    expect(receipt).toMatch(RECEIPT);
  });

  it('rest on the newest position, and are about now where no time is given', async () => {
    const position = await changes.list(vendor);
    expect(await makeCheck.execute(fromList(), BUYER)).toMatchObject({
      ...{ verdict: 'eligible', position, at: NOW, decidedAt: NOW },
      validUntil: '2026-06-01T12:15:00.000Z',
      vendor: { id: vendor, name: 'Acme Widgets LLC', matchedBy: 'uei' },
      askedBy: BUYER,
      asked: { vendor: { uei: UEI.value }, purchase: { list: 'a-list', agency: 'DHS' } },
    });
  });

  it.each(['UPDATE purchase_check SET verdict = verdict', 'DELETE FROM purchase_check'])(
    'can not be undone: %s',
    async (sql) => {
      await makeCheck.execute(fromList(), BUYER);
      await expect(db.dataSource.query(sql)).rejects.toMatchObject({ code: '23001' });
    },
  );

  describe('after a removal', () => {
    it('know of it on every instance, also by a clock that is behind', async () => {
      await changes.list(vendor);
      const other = await RegistryDataSource.open({ url: db.url });
      const behind = new SettableClock(new Date('2026-06-01T11:00:00.000Z'));
      const elsewhere = new RecordOnce(other, behind, ISSUER);
      expect(await elsewhere.execute(fromList(), BUYER)).toMatchObject({ verdict: 'eligible' });
      clock.advance(60_000);
      const position = await changes.remove(vendor);
      const check = await elsewhere.execute(fromList(), BUYER);
      await other.destroy();
      expect(check).toMatchObject({
        ...{ verdict: 'ineligible', position, at: '2026-06-01T12:01:00.000Z' },
        reasons: [{ code: 'LISTING_REMOVED', citation: 'FAR 9.406-2', position: position - 1 }],
      });
    });

    it('are decided with it from the moment in which it is acknowledged', async () => {
      await changes.list(vendor);
      const other = await RegistryDataSource.open({ url: db.url });
      const elsewhere = new RecordOnce(other, clock, ISSUER);
      let acknowledged = false;
      const removal = changes.remove(vendor).then((position) => {
        acknowledged = true;
        return position;
      });
      const checks: { begunAfter: boolean; verdict: string; position: number }[] = [];
      for (let after = 0; after < 5; after += Number(acknowledged)) {
        const begunAfter = acknowledged;
        const { verdict, position } = await elsewhere.execute(fromList(), BUYER);
        checks.push({ begunAfter, verdict, position });
      }
      const removed = await removal;
      await other.destroy();
      for (const { begunAfter, verdict, position } of checks) {
        expect(verdict).toBe(position < removed ? 'eligible' : 'ineligible');
        if (begunAfter) expect(verdict).toBe('ineligible');
      }
    });

    it('still say what held before it, of a time before it', async () => {
      await changes.list(vendor);
      const removal = '2026-05-01T00:00:00.000Z';
      await changes.remove(vendor, { effectiveFrom: removal });
      const at = (instant: number) => ({ ...fromList(), at: new Date(instant) });
      expect(await codes(at(Date.parse(removal) - 1))).toEqual(['LISTED']);
      expect(await codes(at(Date.parse(removal)))).toEqual(['LISTING_REMOVED']);
    });
  });

  describe('of a vendor', () => {
    it('find it by its id, an identifier or its one name', async () => {
      await changes.list(vendor);
      for (const [clue, given] of Object.entries({
        id: vendor,
        uei: UEI.value,
        name: 'acme widgets, llc',
      })) {
        const check = await makeCheck.execute(fromList({ [clue]: given }), BUYER);
        expect(check).toMatchObject({ verdict: 'eligible', vendor: { matchedBy: clue } });
      }
    });

    it('ask whose an identifier was at that time', async () => {
      await changes.list(vendor);
      const amendVendor = new AmendVendor(db.dataSource, clock);
      await amendVendor.execute(vendor, { identifiers: [] }, ADMIN, () => undefined);
      const heir = await changes.register({ name: 'Heir', identifiers: [UEI] });
      expect(await makeCheck.execute(fromList(), BUYER)).toMatchObject({
        vendor: { id: heir.id },
        verdict: 'ineligible',
      });
      const before = new Date(Date.parse(NOW) - 1);
      expect(await makeCheck.execute({ ...fromList(), at: before }, BUYER)).toMatchObject({
        vendor: { id: vendor },
        verdict: 'eligible',
        validUntil: NOW,
      });
    });

    it('name no more than twenty of those that go by one name', async () => {
      for (let index = 0; index < 22; index += 1) await changes.register({ name: 'Namesake' });
      const check = await makeCheck.execute(fromList({ name: 'Namesake' }), BUYER);
      expect(check).toMatchObject({ verdict: 'review', reasons: [{ code: 'NAME_ONLY_MATCH' }] });
      expect(check.candidates).toHaveLength(20);
    });

    it('take a former name for its own', async () => {
      const amendVendor = new AmendVendor(db.dataSource, clock);
      await amendVendor.execute(vendor, { name: 'Acme Reborn' }, ADMIN, () => undefined);
      await changes.list(vendor);
      const check = await makeCheck.execute(fromList({ name: 'Acme Widgets LLC' }), BUYER);
      expect(check).toMatchObject({ verdict: 'eligible', vendor: { name: 'Acme Reborn' } });
    });
  });

  it('refuse a list that is not there, instead of a verdict', async () => {
    const asked = { vendor: { uei: UEI.value }, purchase: { list: 'no-list' } };
    await expect(makeCheck.execute(asked, BUYER)).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/purchase/list' }],
    });
    expect(await recorded()).toBe(0);
  });

  it('refuse a position that is not reached', async () => {
    const position = await changes.list(vendor);
    const asked = (minPosition: number) => makeCheck.execute({ ...fromList(), minPosition }, BUYER);
    expect(await asked(position)).toMatchObject({ position });
    await expect(asked(position + 1)).rejects.toMatchObject({ code: 'position-not-reached' });
    expect(await recorded()).toBe(1);
  });

  describe('in a batch', () => {
    it('are decided at one position, in the order asked; what is wrong with one is told of it alone', async () => {
      const position = await changes.list(vendor);
      const { outcomes, ...rest } = await makeCheck.executeAll(
        [
          fromList(),
          fromList({ uei: 'x' }),
          { vendor: { uei: UEI.value }, purchase: { list: 'no-list' } },
          { ...fromList(), minPosition: position + 1 },
          fromList({ name: 'Nobody' }),
        ],
        BUYER,
      );
      expect(rest).toEqual({ position });
      expect(outcomes).toMatchObject([
        { check: { verdict: 'eligible', position } },
        { refusal: { code: 'malformed-identifier' } },
        { refusal: { code: 'invalid-request' } },
        { refusal: { code: 'position-not-reached' } },
        { check: { verdict: 'ineligible', position } },
      ]);
      expect(await recorded()).toBe(2);
    });

    it('are a thousand in one transaction', async () => {
      await changes.list(vendor);
      const { outcomes } = await makeCheck.executeAll(
        Array.from({ length: 1000 }, (_, index) =>
          fromList(index % 2 === 0 ? { uei: UEI.value } : { name: `Nobody ${index}` }),
        ),
        BUYER,
      );
      expect(outcomes.map((outcome) => 'check' in outcome && outcome.check.verdict)).toEqual(
        Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 'eligible' : 'ineligible')),
      );
      const [{ transactions }] = await db.dataSource.query(
        'SELECT count(DISTINCT xmin::text) AS transactions FROM purchase_check',
      );
      expect([transactions, await recorded()]).toEqual([1, 1000]);
    });

    it('are recorded all or none', async () => {
      await failOn(db, `NEW.reference = 'bad'`, 'disk_full');
      const bad = { vendor: { uei: UEI.value }, purchase: { list: 'a-list', reference: 'bad' } };
      await expect(makeCheck.executeAll([fromList(), bad], BUYER)).rejects.toMatchObject({
        driverError: { code: '53100' },
      });
      expect(await recorded()).toBe(0);
    });
  });

  describe('that can not be recorded', () => {
    it.each([
      ['when the disk is full', () => failOn(db, 'true', 'disk_full')],
      ['when their table is gone', () => db.dataSource.query('DROP TABLE purchase_check')],
    ])('are not answered %s', async (_, breakRecord) => {
      await changes.list(vendor);
      await breakRecord();
      await expect(makeCheck.execute(fromList(), BUYER)).rejects.toThrow();
    });
  });

  describe('standing', () => {
    let registers: TestRegisters;

    beforeEach(async () => {
      registers = await TestRegisters.open(db.dataSource);
    });
    afterEach(() => registers.close());

    const standing = (asked: Parameters<AskStanding['execute']>[0]) =>
      new AskStanding(db.dataSource, registers, clock).execute(asked, BUYER);

    it('tells what a check would say, and records nothing', async () => {
      await changes.list(vendor);
      const answer = await standing(fromList());
      const check = await makeCheck.execute(fromList(), BUYER);
      const { id: _, decidedAt: __, validUntil: ___, askedBy, asked, ...said } = check;
      expect(answer).toEqual({ ...said, knownAt: null });
      expect([askedBy, asked].length + (await recorded())).toBe(3);
    });

    it('tells what was known then, of a time before and after', async () => {
      const listed = await changes.list(vendor);
      clock.advance(60_000);
      const at = new Date('2026-05-15T00:00:00.000Z');
      await changes.remove(vendor, { effectiveFrom: '2026-05-01T00:00:00.000Z' });
      const verdictOf = async (knownAt?: number | Date) =>
        (await standing({ ...fromList(), at, ...(knownAt !== undefined && { knownAt }) })).verdict;
      expect(await verdictOf()).toBe('ineligible');
      expect(await verdictOf(listed)).toBe('eligible');
      expect(await verdictOf(new Date(NOW))).toBe('eligible');
      expect(await verdictOf(clock.now())).toBe('ineligible');
    });

    it('waits for no position that is not reached', async () => {
      const position = await changes.list(vendor);
      expect(await standing({ ...fromList(), minPosition: position })).toMatchObject({ position });
      await expect(standing({ ...fromList(), minPosition: position + 1 })).rejects.toMatchObject({
        code: 'position-not-reached',
      });
    });

    it('knows no list before it was opened', async () => {
      await expect(standing({ ...fromList(), knownAt: 0 })).rejects.toMatchObject({
        errors: [{ pointer: '/purchase/list' }],
      });
      const anywhere = await standing({ vendor: { uei: UEI.value }, knownAt: 0 });
      expect(anywhere.reasons).toMatchObject([{ code: 'VENDOR_NOT_FOUND' }]);
    });
  });
});

/** Makes the INSERT of a check fail where a condition holds of it. */
async function failOn(
  { dataSource }: TestDatabase,
  condition: string,
  code: string,
): Promise<void> {
  await dataSource.query(`
    CREATE FUNCTION fail_check() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${condition} THEN RAISE EXCEPTION 'broken' USING ERRCODE = '${code}'; END IF;
      RETURN NEW;
    END $$`);
  await dataSource.query(`
    CREATE TRIGGER fail_check BEFORE INSERT ON purchase_check
      FOR EACH ROW EXECUTE FUNCTION fail_check()`);
}
