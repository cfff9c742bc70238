import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { RegistryDataSource } from '../src/database/registry-data-source';
import { History } from '../src/history/history';
import { databaseUrl } from './support/database';

const NAME = `registry_test_${randomBytes(6).toString('hex')}`;
const PASSWORD = randomBytes(12).toString('hex');
const NOW = new Date('2026-06-01T12:00:00.000Z');
const DENIED = { code: '42501' };

/** The URL of the database as another role. */
const urlAs = (role: string): string =>
  databaseUrl(NAME).replace(/:\/\/(?:[^@/]*@)?/, `://${role}:${PASSWORD}@`);

const OWNER = `${NAME}_owner`;
const SERVICE = `${NAME}_service`;

async function asSuperuser(database: string, sql: string): Promise<void> {
  const client = new pg.Client(databaseUrl(database));
  await client.connect();
  try {
    // One at a time: CREATE DATABASE stands in no transaction.
    for (const statement of sql.split(';\n')) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Does what psql does with the file, under names that no registry has. */
async function runRolesFile(): Promise<void> {
  const file = path.resolve(__dirname, '../docker/initdb/roles.sql');
  const [server = '', database = ''] = fs
    .readFileSync(file, 'utf8')
    .replace(/^(--|\\getenv).*$/gm, '')
    .replace(/:'(?:owner|service)_password'/g, `'${PASSWORD}'`)
    .replace(/\bregistry(?=\b|_)/g, NAME)
    .split(`\\connect ${NAME}\n`);
  await asSuperuser('postgres', server);
  await asSuperuser(NAME, database);
}

describe(`the service's role`, () => {
  let service: RegistryDataSource;

  beforeAll(async () => {
    await runRolesFile();
    service = await RegistryDataSource.open({ url: urlAs(SERVICE) });
    await service.migrate(urlAs(OWNER));
    const position = await service.transaction(async (tx) => {
      const entry = { actor: { id: 'system', kind: 'system', person: null }, after: {} } as const;
      const made = await new History(tx).append(
        { ...entry, type: 'list.created', before: null },
        NOW,
      );
      await tx.query(`INSERT INTO approved_list (code, revision) VALUES ('a-list', $1)`, [made]);
      return made;
    });
    await service.query(
      `INSERT INTO purchase_check (id, caller_id, agency, for_agency, verdict, position, at, decided_at, request, answer)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'GSA', 'GSA', 'ineligible', $1, $2, $2, '', '')`,
      [position, NOW],
    );
  });

  afterAll(async () => {
    await service.destroy();
    await asSuperuser(
      'postgres',
      `DROP DATABASE ${NAME} WITH (FORCE);\nDROP ROLE ${OWNER}, ${SERVICE}`,
    );
  });

  it('changes the registry where it records the change', async () => {
    expect(await new History(service.manager).head()).toMatchObject({ size: 1 });
    await service.transaction(async (tx) => {
      const position = await new History(tx).append(
        {
          type: 'list.amended',
          actor: { id: 'system', kind: 'system', person: null },
          before: {},
          after: {},
        },
        NOW,
      );
      await tx.query(`UPDATE approved_list SET revision = $1 WHERE code = 'a-list'`, [position]);
    });
    expect(await service.query('SELECT revision FROM approved_list')).toEqual([{ revision: 1 }]);
  });

  it('removes nothing but answers kept for repeated requests, and what a seal has taken', async () => {
    const removable = await service.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class
       WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
         AND has_table_privilege(oid, 'DELETE, TRUNCATE')
       ORDER BY relname`,
    );
    expect(removable).toEqual([{ name: 'idempotent_request' }, { name: 'unsealed_check_batch' }]);
  });

  it.each([
    ...['history_entry', 'purchase_check', 'milestone_report', 'proceeding', 'proceeding_step'],
  ])('only adds to %s, and reads it', async (table) => {
    const [{ privileges }] = await service.query(
      `SELECT array_agg(p::text) AS privileges
       FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p
       WHERE has_table_privilege($1, p)`,
      [table],
    );
    expect(privileges).toEqual(['SELECT', 'INSERT']);
  });

  it.each([
    `UPDATE history_entry SET actor = 'someone else'`,
    'DELETE FROM history_entry',
    'TRUNCATE history_entry',
    `UPDATE purchase_check SET verdict = 'eligible'`,
    'DELETE FROM purchase_check',
    'TRUNCATE purchase_check',
    'DELETE FROM history_head',
    'DROP TRIGGER history_entry_append_only ON history_entry',
    'ALTER TABLE history_entry DISABLE TRIGGER ALL',
    'DROP TABLE history_entry CASCADE',
    'DROP FUNCTION refuse_rewrite CASCADE',
    `CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    'SET session_replication_role = replica',
    'CREATE TABLE another (id int)',
    `INSERT INTO migrations (timestamp, name) VALUES (1, 'x')`,
  ])('may not: %s', async (sql) => {
    await expect(service.query(sql)).rejects.toMatchObject(DENIED);
  });

  it('starts alone where no migration is pending', async () => {
    await expect(service.migrate()).resolves.toBeUndefined();
  });

  it('says what is missing where one is pending', async () => {
    const empty = await RegistryDataSource.open({ url: urlAs(SERVICE) });
    await asSuperuser(NAME, `ALTER TABLE migrations RENAME TO migrations_elsewhere`);
    try {
      await expect(empty.migrate()).rejects.toThrow('npm run migrate');
    } finally {
      await asSuperuser(NAME, `ALTER TABLE migrations_elsewhere RENAME TO migrations`);
      await empty.destroy();
    }
  });
});
