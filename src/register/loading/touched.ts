import type pg from 'pg';

/** What changes of the registry touch, by what it is found by; of vendors each kind of what is said of them. */
const THINGS = [
  ...(['profiles', 'identifiers', 'names', 'listings'] as const),
  ...(['list', 'exclusion', 'affiliation', 'merge', 'decision'] as const),
  ...(['caller', 'key'] as const),
] as const;

export type Thing = (typeof THINGS)[number];

/** The keys of what some entries touched. */
export type Touched = Readonly<Record<Thing, readonly string[]>>;

/** Rows that entries open and close: the thing that they are of, their table, and the column of its key. */
const RECORDED: readonly (readonly [Thing, string, string])[] = [
  ['profiles', 'vendor_profile', 'vendor_id'],
  ['identifiers', 'vendor_identifier', 'vendor_id'],
  ['names', 'vendor_name', 'vendor_id'],
  ['listings', 'listing', 'vendor_id'],
  ['list', 'approved_list_terms', 'code'],
  ['exclusion', 'exclusion_terms', 'exclusion_id'],
  ['exclusion', 'waiver_terms', 'exclusion_id'],
  ['affiliation', 'affiliation', 'affiliation_id'],
  ['merge', 'vendor_merge', 'duplicate_id'],
  ['decision', 'match_decision', 'decision_id'],
];

/** Rows that name the entry that last changed them. */
const REVISED: readonly (readonly [Thing, string])[] = [
  ['profiles', 'vendor'],
  ['caller', 'caller'],
  ['key', 'api_key'],
];

const SELECT = [
  ...RECORDED.flatMap(([thing, table, key]) =>
    ['lower', 'upper'].map(
      (bound) =>
        `SELECT '${thing}' AS thing, ${key}::text AS key FROM ${table} WHERE ${bound}(recorded) >= $1`,
    ),
  ),
  ...REVISED.map(
    ([thing, table]) => `SELECT '${thing}', id::text FROM ${table} WHERE revision >= $1`,
  ),
].join(' UNION ');

/**
 * What the entries from a position on touched.
 *
 * The rows themselves tell, and not what entries name: the database refuses a change of a row that does not bear the
 * position of an entry of the same transaction.
 */
export async function touchedFrom(client: pg.Client, position: number): Promise<Touched> {
  const { rows } = await client.query<{ thing: Thing; key: string }>({
    ...{ name: 'touched', text: SELECT },
    values: [position],
  });
  const touched = Object.fromEntries(THINGS.map((thing) => [thing, [] as string[]]));
  for (const { thing, key } of rows) touched[thing]?.push(key);
  return touched as Record<Thing, string[]>;
}
