import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { TestRegistry } from './support/app';
import { aDebarment, exclude } from './support/exclusions';
import { change, openList, registerVendor } from './support/registry';

const BEFORE_EXCLUSIONS = 'CreateChecks1795510800004';

/** What the database is made of, as PostgreSQL describes it. */
const STRUCTURE = `
  SELECT 'column' AS kind, concat(table_name, '.', column_name) AS name,
         concat_ws(' ', data_type, is_nullable, column_default) AS said
  FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'trigger', tgname, concat(pg_get_triggerdef(oid), ' ', tgenabled) FROM pg_trigger
  WHERE NOT tgisinternal
  ORDER BY kind, name, said`;

describe('the migrations since there are exclusions', () => {
  let registry: TestRegistry;
  let owner: DataSource;

  beforeEach(async () => {
    registry = await TestRegistry.start();
    const { options } = registry.dataSource;
    owner = await new DataSource({
      ...options,
      migrations: MIGRATIONS,
    }).initialize();
  });

  afterEach(async () => {
    await owner.destroy();
    await registry.close();
  });

  /** Undoes them, and runs them again. */
  async function thereAndBack(): Promise<void> {
    const newest = 'SELECT name FROM migrations ORDER BY id DESC LIMIT 1';
    while ((await owner.query(newest))[0].name !== BEFORE_EXCLUSIONS) {
      await owner.undoLastMigration();
    }
    await owner.runMigrations();
  }

  /** All rows of some tables. The release before knows neither what a proposal would change nor batches of checks. */
  const rowsOf = (...tables: string[]): Promise<unknown[]> =>
    Promise.all(
      tables.map((table) =>
        owner.query(
          `SELECT to_jsonb(t) - 'impact' - 'batch_id' - 'leaf' AS row FROM ${table} AS t ORDER BY 1`,
        ),
      ),
    );

  async function ask(body: object): Promise<void> {
    const { procurement: key } = registry.keys;
    expect(await registry.call('POST', '/v1/checks', { key, body })).toMatchObject({ status: 201 });
  }

  it('can be undone and run again, and all that was recorded is there as it was', async () => {
    const list = await openList(registry);
    const [one, two] = [await registerVendor(registry), await registerVendor(registry)];
    const listing = { action: 'list', list, effectiveFrom: '2026-01-01T00:00:00Z' };
    for (const vendor of [one, two]) await change(registry, { ...listing, vendor });
    await change(registry, { action: 'remove', list, vendor: two });
    const items = [{ manufacturer: 'Cobalt', product: 'Cable' }];
    const amount = { value: '1250.00', currency: 'USD' };
    await ask({
      vendor: { id: one },
      purchase: { list, agency: 'NASA', amount, reference: 'PR-1' },
    });
    await ask({ vendor: { name: 'Acme Widgets LLC' }, purchase: { list, items } });
    await ask({ vendor: { id: two } });
    const tables = ['history_entry', 'listing', 'proposal', 'purchase_check'];
    const before = await rowsOf(...tables);
    const structure = await owner.query(STRUCTURE);
    await thereAndBack();
    expect(await owner.query(STRUCTURE)).toEqual(structure);
    expect(await rowsOf(...tables)).toEqual(before);
    const altering = owner.query(`UPDATE purchase_check SET verdict = 'eligible'`);
    await expect(altering).rejects.toMatchObject({ code: '23001' });
  });

  it('can be undone and run again with checks of several months', async () => {
    await ask({ vendor: { name: 'Acme Widgets LLC' } });
    for (const months of [-13, 1, 2, 40]) {
      await owner.query(
        `INSERT INTO purchase_check
         SELECT (jsonb_populate_record(NULL::purchase_check,
           to_jsonb(one) || jsonb_build_object('id', first_check_id(now() + interval '1 month' * $1)))).*
         FROM (SELECT * FROM purchase_check LIMIT 1) AS one`,
        [months],
      );
    }
    const tables = 'SELECT count(DISTINCT tableoid) AS n FROM purchase_check';
    expect(await owner.query(tables)).toEqual([{ n: 4 }]);
    const before = await rowsOf('purchase_check');
    await thereAndBack();
    expect(await rowsOf('purchase_check')).toEqual(before);
    await ask({ vendor: { name: 'Acme Widgets LLC' } });
    expect(await owner.query('SELECT make_check_partitions(3)')).toEqual([]);
    for (const sql of ['DELETE FROM purchase_check', 'DELETE FROM purchase_check_first']) {
      await expect(owner.query(sql)).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('keep whole what an instance of the release before records', async () => {
    const vendor = { name: 'Acme Widgets LLC' };
    const namesakes = [await registerVendor(registry), await registerVendor(registry)];
    const amount = { value: '1250.00', currency: 'USD' };
    const items = [{ manufacturer: 'Cobalt' }];
    await ask({ vendor, purchase: { agency: 'NASA', amount, items } });
    await owner.query(`
      INSERT INTO purchase_check (id, caller_id, agency, verdict, position, at, decided_at, request, answer)
      SELECT gen_random_uuid(), caller_id, agency, verdict, position, at, decided_at, request, answer
      FROM purchase_check`);
    const said = `SELECT for_agency, has_items, amount, currency, candidates FROM purchase_check`;
    const [one, other] = await owner.query<object[]>(said);
    expect(other).toEqual(one);
    expect(other).toEqual({
      ...{ for_agency: 'NASA', has_items: true, amount: '1250.00', currency: 'USD' },
      candidates: namesakes,
    });
  });

  it('are not undone where a proposal is about no list', async () => {
    await exclude(registry, aDebarment(await registerVendor(registry)));
    const tables = ['exclusion_terms', 'history_entry', 'proposal'];
    const before = await rowsOf(...tables);
    await expect(thereAndBack()).rejects.toMatchObject({ code: '23502', column: 'list_code' });
    expect(await rowsOf(...tables)).toEqual(before);
  });
});
