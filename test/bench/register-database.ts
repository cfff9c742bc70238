import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { RegistryDataSource } from '../../src/database/registry-data-source';

/** Listings that each vendor has. */
export const LISTINGS_A_VENDOR = 3;

const AUTHORITY = `'{"citation": "FAR 8.402", "office": "GSA Federal Acquisition Service"}'::jsonb`;

/** SQL: the id of the n-th vendor, spread as those of UUIDv7 are not: the worst case for look-ups. */
const idOf = (kind: string, n: string): string =>
  `overlay(overlay(md5('${kind}' || ${n})::uuid::text placing '7' from 15) placing '8' from 20)::uuid`;

const ROWS = [
  `INSERT INTO vendor (id, revision) SELECT ${idOf('vendor', 'n')}, 1 FROM generate_series(1, $1) AS n`,
  `INSERT INTO vendor_profile (vendor_id, country, effective, recorded)
   SELECT ${idOf('vendor', 'n')}, 'US', '(,)', '[0,)' FROM generate_series(1, $1) AS n`,
  `INSERT INTO vendor_identifier (vendor_id, scheme, value, effective, recorded)
   SELECT ${idOf('vendor', 'n')}, scheme, value, '[2015-01-01,)', '[0,)'
   FROM generate_series(1, $1) AS n CROSS JOIN LATERAL (VALUES
     ('uei', 'VEND' || lpad(n::text, 8, '0')), ('cage', 'C' || lpad(n::text, 7, '0'))) AS held (scheme, value)`,
  `INSERT INTO vendor_name (vendor_id, kind, name, script, normalised, effective, recorded)
   SELECT ${idOf('vendor', 'n')}, 'legal', 'Vendor ' || n || ' of Federal Supplies Inc.', 'Latn',
     'vendor ' || n || ' of federal supplies inc', '(,)', '[0,)' FROM generate_series(1, $1) AS n`,
  `INSERT INTO approved_list (code, revision)
   SELECT 'list-' || n, 0 FROM generate_series(1, 20) AS n WHERE $1 > 0`,
  `INSERT INTO approved_list_terms (code, name, owner, categories, policy, effective, recorded)
   SELECT 'list-' || n, 'List ' || n, 'GSA', '[{"code": "a", "title": "A"}, {"code": "b", "title": "B"}]',
     '{"approvals": {"list": 2, "amend-listing": 2, "renew": 2, "remove": 2, "reinstate": 2, "suspend": 1},
       "suspensionLapsesAfter": "P1D", "receiptValidFor": "PT15M", "defaultTerm": null}', '(,)', '[0,)'
   FROM generate_series(1, 20) AS n WHERE $1 > 0`,
  `INSERT INTO listing (listing_id, vendor_id, list_code, status, contract_number, categories, term,
     entry, authority, effective, recorded)
   SELECT ${idOf('listing', `n || '/' || k`)}, ${idOf('vendor', 'n')}, 'list-' || (1 + (n + k) % 20),
     CASE WHEN n % 50 = 0 THEN 'removed' ELSE 'listed' END, '47QTCA' || lpad(n::text, 7, '0'),
     ARRAY['a', 'b'], '[2020-01-01,2030-01-01)', n % 1000, ${AUTHORITY}, '[2020-01-01,2030-01-01)', '[0,)'
   FROM generate_series(1, $1) AS n CROSS JOIN generate_series(1, ${LISTINGS_A_VENDOR}) AS k`,
];

/** A registry of vendors that nobody registered, each with 2 identifiers, a name and 3 listings. */
export class RegisterDatabase {
  private constructor(
    readonly url: string,
    private readonly server: EmbeddedPostgres,
    private readonly folder: string,
  ) {}

  static async create(vendors: number): Promise<RegisterDatabase> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-bench-'));
    fs.chmodSync(folder, 0o755);
    const server = await EmbeddedPostgres.start({
      ...{ folder: path.join(folder, 'pg'), database: 'registry' },
      settings: { max_wal_size: '4GB' },
    });
    const { user, host } = server.connection;
    const url = `postgres://${user}@/registry?host=${encodeURIComponent(host)}`;
    const dataSource = await RegistryDataSource.open({ url });
    await dataSource.migrate();
    await dataSource.destroy();
    await fill(url, vendors);
    return new RegisterDatabase(url, server, folder);
  }

  async destroy(): Promise<void> {
    await this.server.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Rules and indexes are put off until the rows are there; those that forbid two rows at one time don't come back. */
async function fill(url: string, vendors: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`SET maintenance_work_mem = '256MB'`);
    const { rows: rules } = await client.query<{ drop: string }>(
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
       FROM pg_constraint WHERE contype = 'x'`,
    );
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `SELECT indexname AS name, indexdef AS made FROM pg_indexes
       WHERE tablename IN ('vendor_profile', 'vendor_identifier', 'vendor_name', 'listing')
         AND indexdef NOT LIKE '%UNIQUE%' AND indexdef NOT LIKE '%gist%'`,
    );
    for (const { drop } of rules) await client.query(drop);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (const statement of ROWS) await client.query(statement, [vendors]);
    for (const { made } of indexes) await client.query(made);
    // The rule's own index is how a vendor's profile is found.
    await client.query(
      `CREATE INDEX ON vendor_profile USING gist (vendor_id, effective, recorded)`,
    );
    await client.query(`UPDATE history_head SET size = 1000, recorded_at = '2026-01-01Z'`);
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
