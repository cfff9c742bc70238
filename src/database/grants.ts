import type { DataSource } from 'typeorm';

/**
 * Grants the service's role what it needs on each table, and takes away the rest: to read, and to do what the table's
 * triggers do not refuse. So a row that is append-only can't be changed by that role even with its triggers gone.
 *
 * Idempotent; run as the owner of the tables after each migration.
 */
export async function grantWhatTheServiceNeeds(owner: DataSource, role: string): Promise<void> {
  const grantee = owner.driver.escape(role);
  const tables = await owner.query<{ name: string; refused: number }[]>(REFUSED_BY_TRIGGERS);
  for (const { name, refused } of tables) {
    const privileges = name === MIGRATIONS_TABLE ? ['SELECT'] : grantable(refused);
    const table = owner.driver.escape(name);
    await owner.query(`REVOKE ALL ON ${table} FROM ${grantee}`);
    await owner.query(`GRANT ${privileges.join(', ')} ON ${table} TO ${grantee}`);
  }
}

const MIGRATIONS_TABLE = 'migrations';

/** @source PostgreSQL, src/include/catalog/pg_trigger.h: the bits of tgtype */
const TRIGGER_BITS = { INSERT: 1 << 2, DELETE: 1 << 3, UPDATE: 1 << 4 };

const REFUSED_BY_TRIGGERS = `
  SELECT relname AS name, coalesce(bit_or(tgtype) FILTER (WHERE proname = 'refuse_rewrite'), 0)::int AS refused
  FROM pg_class
    LEFT JOIN pg_trigger ON tgrelid = pg_class.oid
    LEFT JOIN pg_proc ON pg_proc.oid = tgfoid
  WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace
  GROUP BY relname ORDER BY relname`;

function grantable(refused: number): string[] {
  const changes = Object.entries(TRIGGER_BITS).filter(([, bit]) => (refused & bit) === 0);
  return ['SELECT', ...changes.map(([change]) => change)];
}
