import fc from 'fast-check';
import type { Verdict } from '../src/checks/domain/verdict';
import { coverageOf } from '../src/coverage/domain/coverage';
import type { ConsideredCheck } from '../src/coverage/domain/considered-check';
import { FindCoverage, type CoverageTerms } from '../src/coverage/find-coverage';
import type { GivenMembers } from '../src/coverage/given-purchase';
import { AmendVendor } from '../src/vendors/amend-vendor';
import { Changes, LAWFUL } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const NOON = Date.parse('2026-06-01T12:00:00.000Z');
const MINUTE = 60_000;
const afterNoon = (minutes: number): Date => new Date(NOON + minutes * MINUTE);
const uuid = (kind: string, number: number): string =>
  `01980000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`;

/** Looks through few checks of one reference. */
class FindCoverageOfFew extends FindCoverage {
  protected override readonly most = 5;
}

describe('coverage', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let recorded: number;

  beforeEach(async () => {
    db = await TestDatabase.create();
    clock = new SettableClock(afterNoon(0));
    changes = new Changes(db.dataSource, clock);
    recorded = 0;
  });
  afterEach(() => db.destroy());

  /** An "eligible" for PR-1 at noon, by DHS; say only what the test is about. */
  const aCheck = (change: Partial<ConsideredCheck> = {}): ConsideredCheck => {
    recorded += 1;
    const { decidedAt = afterNoon(0) } = change;
    return {
      ...{ id: uuid('c', recorded), reference: 'PR-1', vendor: null, candidates: [] },
      ...{ agency: 'DHS', list: null, verdict: 'eligible', at: decidedAt, decidedAt },
      validUntil: new Date(decidedAt.getTime() + 15 * MINUTE),
      ...change,
    };
  };

  /** Checks as rows, as they are recorded. */
  async function record(...checks: ConsideredCheck[]): Promise<void> {
    const columns = [
      ...[checks.map(({ id }) => id), checks.map(({ agency }) => agency)],
      ...[checks.map(({ vendor }) => vendor), checks.map(({ list }) => list)],
      ...[checks.map(({ verdict }) => verdict), checks.map(({ at }) => at)],
      ...[checks.map(({ decidedAt }) => decidedAt), checks.map(({ reference }) => reference)],
      checks.map(({ validUntil }) => Buffer.from(JSON.stringify({ validUntil }))),
      checks.map(({ candidates }) => `{${candidates.join(',')}}`),
      Buffer.from(JSON.stringify({ vendor: { name: 'Acme' } })),
    ];
    await db.dataSource.query(
      `INSERT INTO purchase_check (id, caller_id, agency, for_agency, vendor_id, list_code, verdict, position,
         at, decided_at, reference, request, answer, candidates)
       SELECT id, gen_random_uuid(), 'GSA', agency, vendor, list, verdict, 0, at, decided_at, reference, $11,
         answer, candidates::uuid[]
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[],
         $7::timestamptz[], $8::text[], $9::bytea[], $10::text[])
         AS c (id, agency, vendor, list, verdict, at, decided_at, reference, answer, candidates)`,
      columns,
    );
  }

  const find = async (
    given: readonly GivenMembers[],
    terms: CoverageTerms = {},
    by = new FindCoverage(db.dataSource),
  ) => {
    const placed = given.map((members, index) => ({ line: index + 1, given: members }));
    return (await by.execute(placed, terms)).purchases;
  };
  const findings = async (...given: GivenMembers[]): Promise<string[]> =>
    (await find(given)).map(({ finding }) => finding);

  /** An award of PR-1, ten minutes after noon. */
  const award = (members: GivenMembers): GivenMembers => ({
    ...{ reference: 'PR-1', awardedAt: afterNoon(10).toISOString() },
    ...members,
  });

  describe('of a vendor', () => {
    it('is found by any identifier, or by a name of which there is one', async () => {
      const identifiers = [
        { scheme: 'uei', value: 'ACMEWDGETS09' },
        { scheme: 'cage', value: '1ACM1' },
        { scheme: 'duns', value: '000000001' },
      ];
      const { id } = await changes.register({ identifiers });
      await changes.register({ name: 'Borealis Fasteners' });
      await changes.register({ name: 'Borealis Fasteners' });
      await record(aCheck({ vendor: id }));
      const given: [GivenMembers, string][] = [
        [{ uei: 'acmewdgets09' }, 'covered'],
        [{ cage: '1ACM1' }, 'covered'],
        [{ duns: ' 000000001 ' }, 'covered'],
        [{ id: id.toUpperCase() }, 'covered'],
        [{ name: 'ACME Widgets, LLC' }, 'covered'],
        [{ uei: 'ACMEWDGETS09', name: 'Borealis Fasteners' }, 'covered'],
        [{ uei: 'ACMEWDGETS09', duns: '999999999' }, 'covered'],
        [{ name: 'Borealis Fasteners' }, 'unreadable'],
        [{ name: 'Nobody' }, 'otherVendor'],
        [{ id: uuid('f', 1) }, 'otherVendor'],
      ];
      const found = await findings(...given.map(([members]) => award(members)));
      expect(found).toEqual(given.map(([, finding]) => finding));
    });

    it('is not looked for where identifiers lead to two', async () => {
      const [one, two] = [
        await changes.register({ identifiers: [{ scheme: 'cage', value: '1ACM1' }] }),
        await changes.register({ identifiers: [{ scheme: 'duns', value: '000000002' }] }),
      ];
      await record(aCheck({ vendor: one.id }));
      const [found] = await find([award({ cage: '1ACM1', duns: '000000002' })]);
      expect(found).toMatchObject({
        ...{ finding: 'unreadable', vendor: null, check: null },
        message: expect.stringContaining('by cage, duns there are several vendors'),
      });
      await changes.carryOut({
        ...{ action: 'merge-vendors', vendor: one.id, duplicate: two.id, ...LAWFUL },
      });
      const [merged] = await find([award({ cage: '1ACM1', duns: '000000002' })]);
      expect(merged).toMatchObject({ finding: 'covered', vendor: one.id });
    });

    it('counts checks of all records that are merged, whichever the purchase names', async () => {
      const [survivor, duplicate, other] = [
        await changes.register(),
        await changes.register(),
        await changes.register(),
      ];
      await record(
        aCheck({ vendor: duplicate.id }),
        aCheck({ vendor: survivor.id, verdict: 'ineligible', decidedAt: afterNoon(5) }),
      );
      const given = [duplicate, survivor, other].map(({ id }) => award({ id }));
      expect(await findings(...given)).toEqual(['covered', 'saidNo', 'otherVendor']);
      await changes.carryOut({
        ...{ action: 'merge-vendors', vendor: survivor.id, duplicate: duplicate.id, ...LAWFUL },
      });
      const merged = await find(given);
      expect(merged.map(({ finding, vendor }) => [finding, vendor])).toEqual([
        ['saidNo', survivor.id],
        ['saidNo', survivor.id],
        ['otherVendor', other.id],
      ]);
      const unnamed = given.map((members) => ({ ...members, reference: '', agency: 'DHS' }));
      expect(await findings(...unnamed)).toEqual(['saidNo', 'saidNo', 'noCheck']);
    });

    it('is whose the identifier was at the award', async () => {
      const identifiers = [{ scheme: 'cage', value: '1ACM1' }];
      const { id: acme } = await changes.register({ identifiers });
      clock.set(afterNoon(60));
      await new AmendVendor(db.dataSource, clock).execute(
        acme,
        { identifiers: [], ...LAWFUL },
        { id: 'system', kind: 'system', person: null },
        () => undefined,
      );
      const { id: borealis } = await changes.register({ name: 'Borealis', identifiers });
      await record(aCheck({ vendor: acme }), aCheck({ vendor: borealis, reference: 'PR-2' }));
      const later = { cage: '1ACM1', awardedAt: afterNoon(61).toISOString() };
      const found = await find([award({ cage: '1ACM1' }), { ...later, reference: 'PR-2' }]);
      expect(found.map(({ vendor }) => vendor)).toEqual([acme, borealis]);
    });
  });

  it('knows a reference whatever space stands around it', async () => {
    const { id } = await changes.register();
    await record(aCheck({ vendor: id, reference: '  PR-1 ' }));
    expect(await findings(award({ id, reference: ' PR-1\t' }))).toEqual(['covered']);
  });

  it('is not told by a reference that is everybody’s', async () => {
    const { id } = await changes.register();
    const few = new FindCoverageOfFew(db.dataSource);
    const checks = Array.from({ length: 5 }, () => aCheck({ vendor: id }));
    await record(...checks, aCheck({ vendor: id, reference: 'PR-2' }));
    const given = [award({ id }), award({ id, reference: 'PR-2' })];
    const before = await find(given, {}, few);
    expect(before.map(({ finding }) => finding)).toEqual(['covered', 'covered']);
    await record(aCheck({ vendor: id }));
    const after = await find(given, {}, few);
    expect(after.map(({ finding }) => finding)).toEqual(['unreadable', 'covered']);
    expect(after[0]).toMatchObject({ vendor: id, message: expect.stringContaining('so many') });
  });

  it('is looked at in the order given, however many there are', async () => {
    const { id } = await changes.register();
    await record(aCheck({ vendor: id, reference: 'PR-5001' }));
    const given = Array.from({ length: 5_003 }, (_, index) =>
      award({ id, reference: `PR-${index}` }),
    );
    const found = await find(given);
    expect(found.map(({ purchase }) => purchase.line)).toEqual(given.map((_, index) => index + 1));
    expect(found.flatMap(({ finding }, index) => (finding === 'noCheck' ? [] : index))).toEqual([
      5001,
    ]);
  });

  it('is found by the database as the rule finds it among all checks', async () => {
    const vendors = await Promise.all([0, 1].map(async () => (await changes.register()).id));
    const instant = fc.integer({ min: 0, max: 40 }).map(afterNoon);
    const checks = fc.sample(
      fc.record({
        reference: fc.constantFrom('PR-1', 'PR-2', 'PR-3', null),
        vendor: fc.constantFrom(...vendors, null),
        agency: fc.constantFrom('DHS', 'NASA'),
        list: fc.constantFrom('a-list', 'b-list', null),
        verdict: fc.constantFrom<Verdict[]>('eligible', 'eligible', 'ineligible', 'review'),
        decidedAt: instant,
        about: fc.constantFrom(0, 0, 0, 1, -5, -6, 5, 6),
        minutes: fc.integer({ min: -1, max: 20 }),
        candidates: fc.subarray(vendors),
      }),
      { numRuns: 60, seed: 7 },
    );
    const all = checks.map(({ about, minutes, candidates, ...check }) =>
      aCheck({
        ...check,
        candidates: check.vendor === null ? candidates : [],
        at: new Date(check.decidedAt.getTime() + about * MINUTE),
        validUntil: new Date(check.decidedAt.getTime() + minutes * MINUTE),
      }),
    );
    await record(...all);
    const purchases = fc.sample(
      fc.record({
        reference: fc.constantFrom('PR-1', 'PR-2', 'PR-3', 'PR-4', '', ''),
        id: fc.constantFrom(...vendors, uuid('f', 1)),
        agency: fc.constantFrom('DHS', 'NASA'),
        list: fc.constantFrom('a-list', '', ''),
        awardedAt: instant.map((awardedAt) => awardedAt.toISOString()),
      }),
      { numRuns: 800, seed: 8 },
    );
    for (const maxAge of [undefined, 'PT10M']) {
      const found = await find(purchases, { maxAge });
      const expected = purchases.map(({ reference, id, agency, list, awardedAt }) =>
        coverageOf(
          {
            ...{ reference: reference || null, agency, list: list || null, dayOnly: false },
            ...{ vendors: vendors.filter((vendor) => vendor === id) },
            awardedAt: new Date(awardedAt),
          },
          all,
          maxAge ?? null,
        ),
      );
      expect(found.map(({ finding, check, matchedBy }) => [finding, check?.id, matchedBy])).toEqual(
        expected.map(({ finding, check, matchedBy }) => [finding, check?.id, matchedBy]),
      );
      const kinds = new Set(found.map(({ finding, matchedBy }) => `${finding} ${matchedBy}`));
      expect(kinds.size).toBeGreaterThanOrEqual(9);
    }
  });
});
