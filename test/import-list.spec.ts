import fs from 'node:fs';
import path from 'node:path';
import type { Caller } from '../src/access/caller';
import type { Actor } from '../src/history/domain/entry';
import { History } from '../src/history/history';
import type { ReadFile } from '../src/imports/domain/import-row';
import { ImportList, type ListImport } from '../src/imports/import-list';
import { readListFile } from '../src/imports/read-list-file';
import { CreateList } from '../src/lists/create-list';
import { Listings } from '../src/lists/listings';
import { ApproveProposal } from '../src/proposals/approve-proposal';
import { ImpactOfChange } from '../src/exposure/impact';
import { Propose } from '../src/proposals/propose';
import { AmendVendor } from '../src/vendors/amend-vendor';
import { RegisterVendor } from '../src/vendors/register-vendor';
import { Vendors } from '../src/vendors/vendors';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const OASIS = path.resolve(__dirname, '../../shared/data/approved_lists/oasis_sb_2014.json');
const REAL_FILE_IS_HERE = fs.existsSync(OASIS);

const anAdmin = (last: string): Caller => {
  const id = `01980000-0000-7000-8000-00000000000${last}`;
  return { id, kind: 'person', name: last, agency: 'GSA', roles: ['admin'], person: id };
};
const ADMIN = anAdmin('a');
const SECOND = anAdmin('b');
const ACTOR: Actor = { id: ADMIN.id, kind: 'person', person: ADMIN.id };

const csv = (...lines: string[]): ReadFile =>
  readListFile(Buffer.from(['name,duns,cage,contract_number,categories', ...lines].join('\n')));

describe('importing an approved list', () => {
  let db: TestDatabase;
  let importList: ImportList;
  let approve: ApproveProposal;
  let registerVendor: RegisterVendor;
  let vendors: Vendors;

  beforeEach(async () => {
    db = await TestDatabase.create();
    const clock = new SettableClock(NOW);
    importList = new ImportList(
      db.dataSource,
      clock,
      new Propose(db.dataSource, clock, new ImpactOfChange()),
    );
    approve = new ApproveProposal(db.dataSource, clock);
    registerVendor = new RegisterVendor(db.dataSource, clock);
    vendors = new Vendors(db.dataSource.manager);
    const codes = ['1', '2', '3', '4', '5A', '5B', '6'];
    await new CreateList(db.dataSource, clock).execute(
      {
        code: 'gsa-oasis-sb',
        name: 'GSA OASIS Small Business',
        owner: 'GSA',
        categories: codes.map((code) => ({ code, title: `Pool ${code}` })),
        policy: {},
      },
      ACTOR,
    );
  });
  afterEach(() => db.destroy());

  const run = (file: ReadFile, change: Partial<ListImport> = {}, caller = ADMIN) =>
    importList.execute(
      {
        file,
        list: 'gsa-oasis-sb',
        authority: { citation: 'OASIS SB award', office: 'GSA' },
        reason: 'Taken over',
        dryRun: false,
        skipRefused: false,
        ...change,
      },
      caller,
    );
  const size = async () => (await new History(db.dataSource.manager).head()).size;
  const register = async (name: string, duns: string, cage?: string) => {
    const identifiers = [{ scheme: 'duns', value: duns }];
    if (cage !== undefined) identifiers.push({ scheme: 'cage', value: cage });
    const command = { name, country: null, identifiers, names: [] };
    return (await registerVendor.execute(command, ACTOR)).vendor;
  };
  const holderOf = (scheme: string, value: string) =>
    vendors.byIdentifier(scheme, value, { at: NOW });
  const standing = async (vendor: string) =>
    (await new Listings(db.dataSource.manager).of(vendor, 'gsa-oasis-sb')).flat();

  /** Whether each row's vendor, by each of its identifiers, is listed under its contract and category. */
  const expectListed = async (file: ReadFile) => {
    for (const row of file.rows) {
      for (const { scheme, value } of row.identifiers) {
        const vendor = await holderOf(scheme, value);
        expect(vendor?.name).toBe(row.name);
        expect(await standing(vendor?.id ?? '')).toContainEqual(
          expect.objectContaining({
            status: 'listed',
            contractNumber: row.contractNumber,
            categories: row.categories,
            effective: { from: NOW, to: null },
          }),
        );
      }
    }
  };

  it('takes over a list with its vendors once a second admin approves', async () => {
    const file = readListFile(fs.readFileSync(path.resolve(__dirname, 'data/oasis-invented.json')));
    const { proposal, newVendors, listings } = await run(file);
    expect([listings.length, newVendors]).toEqual([3, 2]);
    expect(await holderOf('duns', '990000001')).toBeUndefined();
    expect(await size()).toBe(2);
    await approve.execute(proposal!.id, proposal!.sha256, SECOND);
    await expectListed(file);
    expect(await size()).toBe(2 + 1 + 2 + 3);
  });

  const real = REAL_FILE_IS_HERE ? it : undefined;
  if (!real) console.warn(`The list that GSA published is not here (${OASIS}); not imported.`);
  real?.('takes over the list that GSA published, whole', async () => {
    const file = readListFile(fs.readFileSync(OASIS));
    const { proposal, newVendors, listings, refused, warnings } = await run(file);
    expect([listings.length, newVendors, refused, warnings]).toEqual([211, 125, [], []]);
    await approve.execute(proposal!.id, proposal!.sha256, SECOND);
    expect(await size()).toBe(2 + 1 + 125 + 211);
    await expectListed(file);
  });

  it('is not approved by the admin who proposed it', async () => {
    const { proposal } = await run(csv('Acme,008050242,,X1,1'));
    await expect(approve.execute(proposal!.id, proposal!.sha256, ADMIN)).rejects.toMatchObject({
      code: 'same-person',
    });
  });

  it('lists vendors that are known by any of their identifiers', async () => {
    const known = await register('Acme', '008050242', '1C2H1');
    const { proposal, newVendors, warnings } = await run(
      csv('ACME,008050242,,X1,1', 'Acme,,1C2H1,X2,2'),
    );
    expect([newVendors, warnings]).toEqual([0, []]);
    await approve.execute(proposal!.id, proposal!.sha256, SECOND);
    expect((await standing(known.id)).map(({ contractNumber }) => contractNumber).sort()).toEqual([
      'X1',
      'X2',
    ]);
  });

  it('registers one vendor for all rows that share an identifier', async () => {
    const { proposal, newVendors } = await run(
      csv('Acme,008050242,1C2H1,X1,1', 'acme,,1C2H1,X2,2', 'Acme,008050242,1C2H2,X3,3'),
    );
    expect(newVendors).toBe(1);
    await approve.execute(proposal!.id, proposal!.sha256, SECOND);
    const vendor = await holderOf('cage', '1C2H2');
    expect(vendor?.identifiers.map(({ value }) => value)).toEqual(['1C2H1', '1C2H2', '008050242']);
    expect(await standing(vendor!.id)).toHaveLength(3);
  });

  it('registers a vendor for an identifier that another gave up', async () => {
    const before = await register('Before', '008050242');
    const amendVendor = new AmendVendor(db.dataSource, new SettableClock(NOW));
    await amendVendor.execute(before.id, { identifiers: [] }, ACTOR, () => undefined);
    const report = await run(csv('Before,008050242,,X1,1'));
    expect(report).toMatchObject({
      newVendors: 1,
      warnings: [{ words: expect.stringContaining(`${before.id} goes by the same name`) }],
    });
    await approveAll(report);
    expect((await holderOf('duns', '008050242'))?.id).not.toBe(before.id);
  });

  it('refuses rows that mean two vendors, contradict others, or do not fit the list', async () => {
    const first = await register('First', '008050242');
    const second = await register('Second', '108050242', '1C2H1');
    await approveAll(await run(csv('First,008050242,,OLD,6')));
    const file = csv(
      'First,008050242,1C2H1,X1,1',
      'New,208050242,2C2H2,X2,1',
      'Other,,2C2H2,X3,2',
      'New,308050242,2C2H2,X4,3',
      'First,008050242,,X5,9',
      'First,008050242,,X6,6',
      'New,208050242,,X7,1',
      'Fine,408050242,,X8,1',
    );
    const before = await size();
    const { refused, proposal, listings } = await run(file);
    expect(refused).toEqual([
      {
        place: 'line 2',
        words: `cage 1C2H1 means vendor ${second.id}, duns 008050242 means vendor ${first.id}`,
      },
      { place: 'line 4', words: 'shares an identifier with line 3 and gives another name' },
      { place: 'line 5', words: 'shares an identifier with line 3 and gives another duns' },
      { place: 'line 6', words: 'gsa-oasis-sb has no category 9.' },
      { place: 'line 7', words: expect.stringContaining('stands on gsa-oasis-sb already') },
      { place: 'line 8', words: expect.stringContaining('stands on gsa-oasis-sb already') },
    ]);
    expect(listings).toHaveLength(2);
    expect(proposal).toBeNull();
    expect(await size()).toBe(before);
  });

  it('proposes the rest when it is told to skip what is refused', async () => {
    const file = csv('Bad,1,,X1,1', 'Good,008050242,,X2,1');
    const { refused, proposal } = await run(file, { skipRefused: true });
    expect(refused).toHaveLength(1);
    expect(proposal?.content).toMatchObject({ listings: [{ contractNumber: 'X2' }] });
  });

  it.each([
    ['when it is a dry run', csv('Good,008050242,,X2,1'), { dryRun: true }],
    ['when nothing is left', csv('Bad,1,,X1,1'), { skipRefused: true }],
    ['when the file has no rows', csv(), {}],
  ])('proposes nothing %s', async (_, file, change) => {
    const before = await size();
    expect((await run(file, change)).proposal).toBeNull();
    expect(await size()).toBe(before);
  });

  it('warns of what it does not do, and of whom it may mean', async () => {
    const known = await register('Acme', '008050242');
    const { warnings, newVendors } = await run(
      csv('Akme,008050242,1C2H1,X1,1', 'Acme,108050242,,X2,1'),
    );
    expect(newVendors).toBe(1);
    expect(warnings).toEqual([
      { place: 'line 2', words: `cage 1C2H1 is not known of vendor ${known.id}, and is not added` },
      { place: 'line 2', words: `vendor ${known.id} is known as Acme, not as Akme` },
      {
        place: 'line 3',
        words: `vendor ${known.id} goes by the same name, and has none of the identifiers`,
      },
    ]);
  });

  it('tells of each row', async () => {
    let told = 0;
    const file = csv('Acme,008050242,,X1,1', 'Bad,1,,,', 'Other,108050242,,X2,9');
    await run(file, { onRow: () => (told += 1) });
    expect(told).toBe(2);
  });

  it('is for admins, and for lists that are there', async () => {
    const file = csv('Acme,008050242,,X1,1');
    await expect(run(file, {}, { ...ADMIN, roles: ['procurement'] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(run(file, { list: 'nowhere' })).rejects.toMatchObject({ code: 'list-not-found' });
  });

  async function approveAll({ proposal }: Awaited<ReturnType<typeof run>>): Promise<void> {
    await approve.execute(proposal!.id, proposal!.sha256, SECOND);
  }
});
