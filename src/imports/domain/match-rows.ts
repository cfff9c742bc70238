import { normaliseName } from '../../screening/domain/normalise-name';
import type { Holding } from '../../vendors/domain/claim-identifiers';
import {
  holdsStill,
  namesInEffect,
  type Identifier,
  type Vendor,
} from '../../vendors/domain/vendor';
import type { ImportRow, Remark } from './import-row';

/** A vendor that an import is to register. */
export interface NewVendor {
  readonly name: string;
  readonly country: string | null;
  readonly identifiers: readonly Identifier[];
}

/** A row with the vendor that it means: one that is known, or one to be registered. */
export interface MatchedRow {
  readonly row: ImportRow;
  readonly vendor: Vendor | NewVendor;
}

/** What the registry knows of whom rows may mean. */
export interface Known {
  /** Who holds or held any of the identifiers. */
  readonly holdings: readonly Holding[];
  /** Those who hold one, or go by one of the names. */
  readonly vendors: readonly Vendor[];
}

export interface Matches {
  readonly matched: readonly MatchedRow[];
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/**
 * Finds the vendor that each row means: whoever holds its identifiers. Rows that share an identifier nobody holds mean
 * one new vendor, with all the identifiers that they give.
 *
 * Refuses a row whose identifiers mean two vendors, and one that contradicts the row that its new vendor came from.
 */
export function matchRows(rows: readonly ImportRow[], known: Known): Matches {
  const matcher = new Matcher(known);
  const meant = rows.flatMap((row) => matcher.match(row) ?? []);
  // One object a vendor, once all that the rows say of it is known.
  const vendors = new Map([...new Set(meant.map(({ owner }) => owner))].map(withVendor));
  const matched = meant.flatMap(({ row, owner }) => {
    const vendor = vendors.get(owner);
    return vendor ? [{ row, vendor }] : [];
  });
  return { matched, refused: matcher.refused, warnings: matcher.warnings };
}

/** A vendor to be registered, as far as the rows so far tell. */
interface Draft {
  readonly name: string;
  readonly place: string;
  country: string | null;
  readonly identifiers: Identifier[];
}

type Owner = { readonly known: Vendor } | { readonly draft: Draft };

function withVendor(owner: Owner): [Owner, Vendor | NewVendor] {
  if ('known' in owner) return [owner, owner.known];
  const { name, country, identifiers } = owner.draft;
  return [owner, { name, country, identifiers }];
}

class Matcher {
  readonly refused: Remark[] = [];
  readonly warnings: Remark[] = [];
  private readonly owners = new Map<string, Owner>();

  constructor(private readonly known: Known) {
    const byId = new Map(known.vendors.map((vendor) => [vendor.id, { known: vendor }]));
    for (const holding of known.holdings.filter(holdsStill)) {
      const owner = byId.get(holding.vendor);
      if (owner) this.owners.set(keyOf(holding), owner);
    }
  }

  match(row: ImportRow): { row: ImportRow; owner: Owner } | undefined {
    const owners = this.ownersOf(row);
    const [owner, ...others] = new Set(owners.values());
    const contradiction =
      others.length > 0
        ? manyVendors(owners)
        : owner && 'draft' in owner && contradicts(row, owner.draft);
    if (contradiction) {
      this.refused.push({ place: row.place, words: contradiction });
      return undefined;
    }
    const meant = owner ?? { draft: this.newDraft(row) };
    this.give(row, meant);
    return { row, owner: meant };
  }

  private ownersOf({ identifiers }: ImportRow): Map<string, Owner> {
    return new Map(
      identifiers.flatMap((identifier) => {
        const owner = this.owners.get(keyOf(identifier));
        return owner ? [[keyOf(identifier), owner] as const] : [];
      }),
    );
  }

  private newDraft({ place, name, country }: ImportRow): Draft {
    const normalised = normaliseName(name);
    const namesake = this.known.vendors.find((vendor) => goesBy(vendor, normalised));
    if (namesake)
      this.warn(
        place,
        `vendor ${namesake.id} goes by the same name, and has none of the identifiers`,
      );
    return { name, place, country, identifiers: [] };
  }

  /** Takes what a row says of its vendor for granted in the rows after. */
  private give({ place, name, country, identifiers }: ImportRow, owner: Owner): void {
    const unknown = identifiers.filter((identifier) => !this.owners.has(keyOf(identifier)));
    for (const identifier of unknown) this.owners.set(keyOf(identifier), owner);
    if ('draft' in owner) {
      owner.draft.identifiers.push(...unknown);
      owner.draft.country ??= country;
      return;
    }
    const { id, name: known } = owner.known;
    for (const identifier of unknown) {
      this.warn(place, `${keyOf(identifier)} is not known of vendor ${id}, and is not added`);
    }
    if (!goesBy(owner.known, normaliseName(name))) {
      this.warn(place, `vendor ${id} is known as ${known}, not as ${name}`);
    }
  }

  private warn(place: string, words: string): void {
    this.warnings.push({ place, words });
  }
}

const keyOf = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;

const goesBy = (vendor: Vendor, normalised: string): boolean =>
  namesInEffect(vendor).some(({ name }) => normaliseName(name) === normalised);

const manyVendors = (owners: ReadonlyMap<string, Owner>): string =>
  [...owners].map(([key, owner]) => `${key} means ${describe(owner)}`).join(', ');

const describe = (owner: Owner): string =>
  'known' in owner ? `vendor ${owner.known.id}` : `the vendor of ${owner.draft.place}`;

/** Schemes of which a vendor has one value at most. A CAGE code is of a location. */
const ONE_EACH: ReadonlySet<string> = new Set(['uei', 'duns', 'lei']);

/** How a row contradicts the vendor that earlier rows describe, or undefined. */
function contradicts(row: ImportRow, draft: Draft): string | undefined {
  const differing = [
    ...(normaliseName(row.name) === normaliseName(draft.name) ? [] : ['name']),
    ...(row.country === null || draft.country === null || row.country === draft.country
      ? []
      : ['country']),
    ...row.identifiers
      .filter(({ scheme }) => ONE_EACH.has(scheme))
      .filter(({ scheme, value }) =>
        draft.identifiers.some((other) => other.scheme === scheme && other.value !== value),
      )
      .map(({ scheme }) => scheme),
  ];
  return differing.length === 0
    ? undefined
    : `shares an identifier with ${draft.place} and gives another ${differing.join(', ')}`;
}
