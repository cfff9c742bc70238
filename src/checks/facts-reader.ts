import type { EntityManager } from 'typeorm';
import type { Timeline } from '../lists/domain/timeline';
import { timelinesOf } from '../lists/listings';
import { InvalidRequest } from '../problems/registry-error';
import { normaliseName } from '../screening/domain/normalise-name';
import { Vendors } from '../vendors/vendors';
import { MAX_CANDIDATES } from './domain/decide';
import type { Facts, KnownList, KnownVendor } from './domain/facts';
import type { ParsedQuestion } from './domain/parse-question';

type Asked = Pick<ParsedQuestion, 'vendor' | 'purchase'>;

/** Facts for many questions, all as known at one size of the history. */
export class FactsReader {
  constructor(
    private readonly tx: EntityManager,
    private readonly size: number,
  ) {}

  /** Reads what any of the questions rests on, in a handful of statements however many there are. */
  async read(questions: readonly Asked[]): Promise<KnownFacts> {
    const vendors = await new Vendors(this.tx).findAll(
      await this.vendorsMeant(questions),
      this.size,
    );
    const listings = await this.listingsOf(vendors.map(({ id }) => id));
    const known = vendors.map((vendor) => ({ ...vendor, listings: listings.get(vendor.id) ?? [] }));
    const codes = new Set([
      ...questions.flatMap(({ purchase }) => purchase.list ?? []),
      ...known.flatMap(listsOf),
    ]);
    return new KnownFacts(known, await this.lists([...codes]));
  }

  /**
   * Ids of all that any question may mean: whoever has, had or will have an identifier, and whoever goes or went by
   * a name; of one name no more than can be named as candidates and one.
   */
  private async vendorsMeant(questions: readonly Asked[]): Promise<string[]> {
    const identifiers = questions.flatMap(({ vendor }) => vendor.identifiers);
    const held = identifiers.filter(({ scheme }) => scheme !== 'id');
    const ids = identifiers.filter(({ scheme }) => scheme === 'id').map(({ value }) => value);
    const names = new Set(questions.flatMap(({ vendor }) => vendor.name ?? []));
    const rows = await this.tx.query<{ id: string }[]>(
      `SELECT vendor_id AS id FROM vendor_identifier
         JOIN unnest($2::text[], $3::text[]) AS asked (scheme, value) USING (scheme, value)
       WHERE recorded @> ($1::bigint - 1)
       UNION
       SELECT namesake.vendor_id FROM unnest($4::text[]) AS asked (name) CROSS JOIN LATERAL (
         SELECT DISTINCT vendor_id FROM vendor_name
         WHERE normalised = asked.name AND recorded @> ($1::bigint - 1)
         ORDER BY vendor_id LIMIT $5) AS namesake
       UNION
       SELECT unnest($6::uuid[])`,
      [
        ...[this.size, held.map(({ scheme }) => scheme), held.map(({ value }) => value)],
        ...[[...names], MAX_CANDIDATES + 1, ids],
      ],
    );
    return rows.map(({ id }) => id);
  }

  private async listingsOf(vendors: readonly string[]): Promise<Map<string, Timeline[]>> {
    const rows = await this.tx.query<Parameters<typeof timelinesOf>[0]>(
      `SELECT * FROM listing WHERE vendor_id = ANY($1) AND recorded @> ($2::bigint - 1)`,
      [vendors, this.size],
    );
    return gathered(timelinesOf(rows).map((timeline) => [timeline[0]?.vendor ?? '', timeline]));
  }

  private lists(codes: readonly string[]): Promise<KnownList[]> {
    return this.tx.query<KnownList[]>(
      `SELECT code, name, categories, policy FROM approved_list_terms
       WHERE code = ANY($1) AND recorded @> ($2::bigint - 1)`,
      [codes, this.size],
    );
  }
}

/** What was read, by what questions ask for. */
export class KnownFacts {
  private readonly byClue: ReadonlyMap<string, readonly KnownVendor[]>;
  private readonly byCode: ReadonlyMap<string, KnownList>;

  constructor(vendors: readonly KnownVendor[], lists: readonly KnownList[]) {
    this.byClue = gathered(
      vendors.flatMap((vendor) => [...cluesOf(vendor)].map((clue) => [clue, vendor] as const)),
    );
    this.byCode = new Map(lists.map((list) => [list.code, list]));
  }

  /** @throws {InvalidRequest} where there is no such list: that is a mistake, and must not be told as a verdict */
  requireList(code: string | null): void {
    if (code === null || this.byCode.has(code)) return;
    throw new InvalidRequest([{ pointer: '/purchase/list', message: 'is not the code of a list' }]);
  }

  /** The facts that one question rests on. */
  of({ vendor, purchase }: Asked): Facts {
    const clues = [
      ...vendor.identifiers.map(({ scheme, value }) => clueOf(scheme, value)),
      ...(vendor.name === null ? [] : [clueOf('name', vendor.name)]),
    ];
    const vendors = [...new Set(clues.flatMap((clue) => this.byClue.get(clue) ?? []))];
    const codes = new Set([purchase.list, ...vendors.flatMap(listsOf)]);
    const lists = [...codes].flatMap((code) => this.byCode.get(code ?? '') ?? []);
    return { vendors, lists };
  }
}

const clueOf = (scheme: string, value: string): string => `${scheme} ${value}`;

const cluesOf = ({ id, identifiers, names }: KnownVendor): Set<string> =>
  new Set([
    clueOf('id', id),
    ...identifiers.map(({ scheme, value }) => clueOf(scheme, value)),
    ...names.map(({ name }) => clueOf('name', normaliseName(name))),
  ]);

const listsOf = ({ listings }: KnownVendor): string[] =>
  listings.flatMap(([first]) => first?.list ?? []);

/** Pairs as a map of all that is paired with a key. */
function gathered<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const all = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const others = all.get(key);
    if (others) others.push(value);
    else all.set(key, [value]);
  }
  return all;
}
