import type { DataSource } from 'typeorm';
import { actorOf } from '../src/access/caller';
import { AskStanding } from '../src/checks/ask-standing';
import type { AskedVendor } from '../src/checks/domain/parse-question';
import type { ExclusionTerms } from '../src/exclusions/domain/exclusion';
import { History } from '../src/history/history';
import { Suspend } from '../src/proposals/suspend';
import { VendorMerges } from '../src/vendors/vendor-merges';
import { Vendors } from '../src/vendors/vendors';
import { ADMIN, Changes, LAWFUL } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { TestRegisters } from './support/registers';

const ASKING = { id: '01980000-0000-7000-8000-0000000000c1', agency: 'DHS' };
const UEI = 'ACMEWDGETS09';
const DUNS = '000000002';

const debarmentOf = (vendor: string): ExclusionTerms => ({
  ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor, affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  effects: ['award'],
  ...{ cause: null, citations: [], comment: null, milestones: [] },
});

async function untilSomebodyWaits(dataSource: DataSource): Promise<void> {
  for (;;) {
    const waiting = await dataSource.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

describe('two records of one vendor', () => {
  let db: TestDatabase;
  let clock: SettableClock;
  let changes: Changes;
  let survivor: string;
  let duplicate: string;

  let registers: TestRegisters;

  beforeEach(async () => {
    db = await TestDatabase.create();
    registers = await TestRegisters.open(db.dataSource);
    clock = new SettableClock(new Date('2026-06-01T12:00:00.000Z'));
    changes = new Changes(db.dataSource, clock);
    await changes.openList();
    survivor = (
      await changes.register({ name: 'Acme', identifiers: [{ scheme: 'uei', value: UEI }] })
    ).id;
    duplicate = (
      await changes.register({ name: 'Acme Inc', identifiers: [{ scheme: 'duns', value: DUNS }] })
    ).id;
  });
  afterEach(async () => {
    await registers.close();
    await db.destroy();
  });

  const turn = (action: 'merge-vendors' | 'unmerge-vendors') =>
    changes.carryOut({ action, vendor: survivor, duplicate, ...LAWFUL });
  const ask = async (vendor: AskedVendor, knownAt?: number) => {
    const purchase = { list: 'a-list' };
    const standing = await new AskStanding(db.dataSource, registers, clock).execute(
      { vendor, purchase, knownAt },
      ASKING,
    );
    return [standing.vendor?.id, standing.verdict, ...standing.reasons.map(({ code }) => code)];
  };

  it('stand as one from the merge on, as two before it and after its undoing', async () => {
    await changes.list(duplicate);
    const before = await turn('merge-vendors');
    for (const asked of [
      { uei: UEI },
      { duns: DUNS },
      { id: duplicate },
      { uei: UEI, duns: DUNS },
    ]) {
      expect(await ask(asked)).toEqual([survivor, 'eligible', 'LISTED']);
    }
    expect(await ask({ uei: UEI }, before - 2)).toEqual([survivor, 'ineligible', 'NOT_LISTED']);
    expect(await ask({ duns: DUNS }, before - 2)).toEqual([duplicate, 'eligible', 'LISTED']);
    expect(await ask({ uei: UEI, duns: DUNS }, before - 2)).toEqual([
      ...[undefined, 'review', 'IDENTITY_CONFLICT'],
    ]);
    await turn('unmerge-vendors');
    expect(await ask({ uei: UEI })).toEqual([survivor, 'ineligible', 'NOT_LISTED']);
    expect(await ask({ duns: DUNS })).toEqual([duplicate, 'eligible', 'LISTED']);
  });

  it('are removed as one, so that no listing of a record is left', async () => {
    await changes.list(duplicate);
    await changes.list(survivor, { categories: ['a'] }).catch(() => undefined);
    await turn('merge-vendors');
    await changes.remove(survivor);
    expect(await ask({ uei: UEI })).toEqual([
      ...[survivor, 'ineligible', 'LISTING_REMOVED', 'LISTING_REMOVED'],
    ]);
    expect((await ask({ duns: DUNS }))[1]).toBe('ineligible');
  });

  it('are suspended as one, though they are merged while it is asked for', async () => {
    await changes.list(duplicate);
    await changes.list(survivor);
    const suspend = new Suspend(db.dataSource, clock);
    const order = { vendor: survivor, list: 'a-list', ...LAWFUL };
    const suspended = await db.dataSource.transaction(async (tx) => {
      await new Vendors(tx).lockAll([survivor, duplicate]);
      const waiting = suspend.execute(order, ADMIN);
      await untilSomebodyWaits(db.dataSource);
      const merge = { type: 'vendor.merged', actor: actorOf(ADMIN), before: null } as const;
      const position = await new History(tx).append({ ...merge, after: null }, clock.now());
      await new VendorMerges(tx).add({ duplicate, survivor }, position);
      return { waiting };
    });
    expect((await suspended.waiting).entries).toHaveLength(2);
    expect((await ask({ uei: UEI }))[1]).toBe('ineligible');
  });

  it('are barred as one, whichever of them an exclusion names', async () => {
    await changes.list(survivor);
    const exclusion = debarmentOf(duplicate);
    const ends = { effectiveFrom: null, effectiveTo: '2028-06-01T00:00:00.000Z' };
    await changes.carryOut({ action: 'exclude', exclusion, ...ends, ...LAWFUL });
    // Until then the two are no more than alike, which a person has to look at.
    expect((await ask({ uei: UEI })).slice(1)).toEqual([
      'review',
      'POSSIBLE_EXCLUDED_MATCH',
      'LISTED',
    ]);
    await turn('merge-vendors');
    expect(await ask({ uei: UEI })).toEqual([
      ...[survivor, 'ineligible', 'VENDOR_EXCLUDED', 'LISTED'],
    ]);
  });
});
