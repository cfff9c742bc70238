import type { DataSource, EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { IssueKey } from '../../../src/access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../../../src/access/register-caller';
import { SystemClock } from '../../../src/clock/clock';
import type { Actor } from '../../../src/history/domain/entry';
import { History } from '../../../src/history/history';
import { CreateList } from '../../../src/lists/create-list';
import { normaliseName } from '../../../src/screening/domain/normalise-name';

/** A registry to measure: vendors on one list, and who calls. */
export interface Filled {
  /** Ids of the vendors; the one at index n has {@link ueiOf}(n). */
  readonly vendors: readonly string[];
  readonly keys: Readonly<Record<'buyer' | 'admin' | 'admin2' | 'auditor', string>>;
}

export const LIST = 'bench';
export const AUTHORITY = { citation: 'FAR 9.406-2', office: 'Invented office' };

/** UEI of the n-th vendor. */
export const ueiOf = (n: number): string => `BENCHX${String(n).padStart(6, '0')}`;

const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };

/** Fills an empty registry with callers, a list, and `count` vendors that stand on it, each with two identifiers. */
export async function fillRegistry(dataSource: DataSource, count: number): Promise<Filled> {
  const clock = new SystemClock();
  const keyOf = async (registration: CallerRegistration): Promise<string> => {
    const { id } = await new RegisterCaller(dataSource, clock).execute(registration, OPERATOR);
    return (await new IssueKey(dataSource, clock).execute(id, {}, OPERATOR)).apiKey;
  };
  const person = { kind: 'person', agency: 'GSA' } as const;
  const keys = {
    buyer: await keyOf({ kind: 'client', name: 'Buyer', agency: 'DHS', roles: ['procurement'] }),
    admin: await keyOf({ ...person, name: 'Admin one', roles: ['admin'] }),
    admin2: await keyOf({ ...person, name: 'Admin two', roles: ['admin'] }),
    auditor: await keyOf({ ...person, name: 'Auditor', roles: ['auditor'] }),
  };
  await new CreateList(dataSource, clock).execute(
    {
      ...{ code: LIST, name: 'A list to measure', owner: 'GSA', policy: {} },
      categories: [{ code: 'a', title: 'Category a' }],
      ...{ authority: undefined, reason: undefined },
    },
    OPERATOR,
  );
  const vendors = Array.from({ length: count }, () => v7());
  await dataSource.transaction((tx) => addVendors(tx, vendors));
  await dataSource.query('ANALYZE');
  return { vendors, keys };
}

/** Their rows alone, and one entry for all: no request could make so many at once. */
async function addVendors(tx: EntityManager, vendors: readonly string[]): Promise<void> {
  await tx.query('SET LOCAL session_replication_role = replica');
  const draft = { type: 'registry.opened', actor: OPERATOR, before: null } as const;
  const entry = await new History(tx).append(
    { ...draft, after: { vendors: vendors.length } },
    new Date(),
  );
  for (let start = 0; start < vendors.length; start += A_STATEMENT) {
    await addSome(tx, vendors.slice(start, start + A_STATEMENT), { start, entry });
  }
}

const A_STATEMENT = 10_000;

async function addSome(
  tx: EntityManager,
  ids: readonly string[],
  { start, entry }: { start: number; entry: number },
): Promise<void> {
  const numbers = ids.map((_, index) => start + index);
  const names = numbers.map((n) => `Invented Vendor ${n} LLC`);
  const sinceLongAgo = `tstzrange('2020-01-01Z', NULL)`;
  const sinceEntry = `int8range($1::bigint, NULL)`;
  const given = `unnest($2::uuid[]) AS v (id)`;
  await tx.query(`INSERT INTO vendor (id, revision) SELECT id, $1::bigint FROM ${given}`, [
    entry,
    ids,
  ]);
  await tx.query(
    `INSERT INTO vendor_profile (vendor_id, country, effective, recorded)
     SELECT id, 'US', ${sinceLongAgo}, ${sinceEntry} FROM ${given}`,
    [entry, ids],
  );
  await tx.query(
    `INSERT INTO vendor_identifier (vendor_id, scheme, value, effective, recorded)
     SELECT id, scheme, value, ${sinceLongAgo}, ${sinceEntry}
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS v (id, scheme, value)`,
    [
      entry,
      [...ids, ...ids],
      [...ids.map(() => 'uei'), ...ids.map(() => 'duns')],
      [...numbers.map(ueiOf), ...numbers.map((n) => String(100_000_000 + n))],
    ],
  );
  await tx.query(
    `INSERT INTO vendor_name (vendor_id, kind, name, script, normalised, effective, recorded)
     SELECT id, 'legal', name, 'Latn', normalised, ${sinceLongAgo}, ${sinceEntry}
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS v (id, name, normalised)`,
    [entry, ids, names, names.map(normaliseName)],
  );
  await tx.query(
    `INSERT INTO listing (listing_id, vendor_id, list_code, status, categories, term, entry, authority,
       effective, recorded)
     SELECT gen_random_uuid(), id, '${LIST}', 'listed', '{}', ${sinceLongAgo}, $1::bigint, $3::jsonb,
       ${sinceLongAgo}, ${sinceEntry}
     FROM ${given}`,
    [entry, ids, JSON.stringify(AUTHORITY)],
  );
}
