import fs from 'node:fs';
import path from 'node:path';
import type { Caller } from '../../src/access/caller';
import { ImportList } from '../../src/imports/import-list';
import { readListFile } from '../../src/imports/read-list-file';
import { ImpactOfChange } from '../../src/exposure/impact';
import { Propose } from '../../src/proposals/propose';
import { TestRegistry } from '../support/app';
import { LAWFUL, openList } from '../support/registry';

const LIST = 'gsa-oasis-sb';
const POOLS = ['1', '2', '3', '4', '5A', '5B', '6'];
const REAL = path.resolve(__dirname, '../../../shared/data/approved_lists/oasis_sb_2014.json');
const INVENTED = path.resolve(__dirname, '../data/oasis-invented.json');

interface FixtureVendor {
  readonly duns: string | null;
  readonly cage: string | null;
  readonly pools: ReadonlySet<string>;
}

/** What the file says, read apart from the importer: each vendor with the pools that it has a contract in. */
function vendorsIn(file: string): FixtureVendor[] {
  const rows: { model: string; pk: unknown; fields: Record<string, unknown> }[] = JSON.parse(
    fs.readFileSync(file, 'utf8'),
  );
  const of = (model: string) => rows.filter((row) => row.model === `vendors.${model}`);
  const numbers = new Map(of('pool').map(({ pk, fields }) => [pk, String(fields['number'])]));
  return of('vendor').map(({ pk, fields }) => {
    const own = of('poolpiid').filter((row) => row.fields['vendor'] === pk);
    return {
      duns: fields['duns'] as string | null,
      cage: fields['cage'] as string | null,
      pools: new Set(own.map((row) => numbers.get(row.fields['pool']) ?? '')),
    };
  });
}

const FILES = [
  { name: 'the list of OASIS Small Business', file: REAL },
  { name: 'an invented list in its form', file: INVENTED },
].filter(({ name, file }) => {
  const here = fs.existsSync(file);
  if (!here) console.warn(`Not tested: ${name}; ${path.basename(file)} is not at hand.`);
  return here;
});

describe.each(FILES)('$name', ({ file }) => {
  let registry: TestRegistry;

  beforeAll(async () => {
    registry = await TestRegistry.start();
    const categories = POOLS.map((code) => ({ code, title: `Pool ${code}` }));
    await openList(registry, { code: LIST, name: 'GSA OASIS Small Business', categories });
    const id = registry.callers.admin;
    const admin: Caller = {
      ...{ id, kind: 'person', name: 'admin', agency: 'GSA', roles: ['admin'], person: id },
    };
    const propose = new Propose(registry.dataSource, registry.clock, new ImpactOfChange());
    const importList = new ImportList(registry.dataSource, registry.clock, propose);
    const order = { file: readListFile(fs.readFileSync(file)), list: LIST, ...LAWFUL };
    const report = await importList.execute({ ...order, dryRun: false, skipRefused: false }, admin);
    expect(report.refused).toEqual([]);
    const { id: proposal, sha256 } = report.proposal!;
    const approved = await registry.call('POST', `/v1/proposals/${proposal}/approve`, {
      key: registry.keys.admin2,
      body: { sha256 },
    });
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } });
  });
  afterAll(() => registry.close());

  it.each(['duns', 'cage'] as const)(
    'is eligible by %s in each of its pools, and out of category in every other',
    async (scheme) => {
      const asked = vendorsIn(file).flatMap((vendor) =>
        vendor[scheme] === null
          ? []
          : POOLS.map((category) => ({
              expected: vendor.pools.has(category)
                ? ['eligible', 'LISTED']
                : ['ineligible', 'CATEGORY_NOT_COVERED'],
              check: {
                vendor: { [scheme]: vendor[scheme] },
                purchase: { list: LIST, category },
              },
            })),
      );
      expect(asked.length).toBeGreaterThanOrEqual(POOLS.length);
      const { status, body } = await registry.call('POST', '/v1/checks/batch', {
        key: registry.keys.procurement,
        body: { checks: asked.map(({ check }) => check) },
      });
      expect(status).toBe(200);
      const answered = body.results.map(
        ({ check }: { check: { verdict: string; reasons: { code: string }[] } }) => [
          check.verdict,
          // A reason for each contract of the vendor; one says as much here.
          ...new Set(check.reasons.map(({ code }) => code)),
        ],
      );
      expect([...new Set(answered.map(String))].sort()).toEqual([
        'eligible,LISTED',
        'ineligible,CATEGORY_NOT_COVERED',
      ]);
      expect(answered).toEqual(asked.map(({ expected }) => expected));
    },
  );
});
