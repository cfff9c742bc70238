import type { EntityManager } from 'typeorm';
import { gathered } from '../database/gathered';
import { nameFormOf, type NameForm } from '../screening/domain/name-form';
import { FLOOR } from '../screening/domain/thresholds';
import { typedLikeness } from '../screening/domain/typed-name';
import { VendorMerges } from './vendor-merges';
import {
  LEGAL_KEY,
  VENDOR_WITH_LEGAL_NAME,
  type SearchTerms,
  type VendorPlace,
} from './vendor-search';

/** Where a vendor stands in the order of a search by name: the most alike first, then by the legal name. */
export interface NamedPlace extends VendorPlace {
  /** How much the name resembles what was typed, 0 to 1. */
  readonly score: number;
}

/** A vendor that was found by a name. */
export interface NamedVendor extends NamedPlace {
  /** The most alike of the names that it goes by or went by. */
  readonly resembles: string;
}

/** A record of a vendor with the names that it goes by or went by, and whether the search is about it. */
interface NamedRecord extends VendorPlace {
  readonly names: readonly string[];
  readonly fits: boolean;
}

/** Vendors that an index of names led to, looked at as they are known. */
export class NameSearch {
  constructor(private readonly tx: EntityManager) {}

  /**
   * Those that still go by a name like what was typed, or went by one, each once as whom it is known as; best first.
   *
   * @param leads ids of records, whose names may be past
   */
  async among(
    leads: readonly string[],
    typed: NameForm,
    terms: SearchTerms,
  ): Promise<NamedVendor[]> {
    const merges = new VendorMerges(this.tx);
    const survivors = await merges.groups(leads, terms.size);
    const records = await this.records([...new Set([...leads, ...survivors.keys()])], terms);
    const groups = gathered(
      records.map((record) => [survivors.get(record.id) ?? record.id, record]),
    );
    return [...groups]
      .flatMap(([id, group]) => found(id, group, typed) ?? [])
      .sort(inOrderOfLikeness);
  }

  private records(
    ids: readonly string[],
    { size, at, filter }: SearchTerms,
  ): Promise<NamedRecord[]> {
    const { sql, parameters } = filter(4);
    return this.tx.query<NamedRecord[]>(
      `SELECT v.id, ${LEGAL_KEY} AS key, (${sql}) AS fits,
         ARRAY(SELECT n.name FROM vendor_name n WHERE n.vendor_id = v.id
                 AND upper_inf(n.effective) AND n.recorded @> ($1::bigint - 1)
               ORDER BY n.kind <> 'legal', n.id) AS names
       FROM ${VENDOR_WITH_LEGAL_NAME}
       WHERE v.id = ANY($3::uuid[]) AND $2::timestamptz IS NOT NULL`,
      [size, at, ids, ...parameters],
    );
  }
}

/** The vendor of some records, by the most alike of their names; undefined where it is not what was looked for. */
function found(
  id: string,
  group: readonly NamedRecord[],
  typed: NameForm,
): NamedVendor | undefined {
  const known = group.find((record) => record.id === id);
  if (!known || !group.some(({ fits }) => fits)) return undefined;
  const names = group.flatMap((record) => record.names);
  const [first, ...others] = names.map((resembles) => ({
    ...{ id, key: known.key, resembles },
    score: typedLikeness(typed, nameFormOf(resembles)),
  }));
  if (!first) return undefined;
  const best = others.reduce((one, other) => (other.score > one.score ? other : one), first);
  return best.score < FLOOR ? undefined : best;
}

/** Negative where the one comes before the other. */
export function inOrderOfLikeness(one: NamedPlace, other: NamedPlace): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
