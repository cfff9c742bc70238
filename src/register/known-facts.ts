import type { KnownExclusion } from '../exclusions/domain/exclusion';
import { InvalidRequest } from '../problems/registry-error';
import { normaliseName } from '../screening/domain/normalise-name';
import type { Affiliation } from '../vendors/domain/affiliation';
import type { Clues } from './domain/clues';
import type { Facts, KnownList, KnownVendor } from './domain/facts';
import { gathered } from '../database/gathered';
import { Kinships } from './kinships';

/** All that was read for some questions. */
export interface ReadFacts {
  readonly vendors: readonly KnownVendor[];
  readonly lists: readonly KnownList[];
  readonly exclusions: readonly KnownExclusion[];
  readonly affiliations: readonly Affiliation[];
}

/** What was read, by what questions ask for. */
export class KnownFacts {
  private readonly byClue: ReadonlyMap<string, readonly KnownVendor[]>;
  private readonly byCode: ReadonlyMap<string, KnownList>;
  private readonly kinships: Kinships;

  constructor({ vendors, lists, exclusions, affiliations }: ReadFacts) {
    this.byClue = gathered(
      vendors.flatMap((vendor) => [...cluesOf(vendor)].map((clue) => [clue, vendor] as const)),
    );
    this.byCode = new Map(lists.map((list) => [list.code, list]));
    this.kinships = new Kinships(vendors, exclusions, affiliations);
  }

  /** @throws {InvalidRequest} where there is no such list: that is a mistake, and must not be told as a verdict */
  requireList(code: string | null): void {
    if (code === null || this.byCode.has(code)) return;
    throw new InvalidRequest([{ pointer: '/purchase/list', message: 'is not the code of a list' }]);
  }

  /** The facts that one question rests on. */
  of({ identifiers, name, list, items, makers: made }: Clues): Facts {
    const vendors = this.ledToBy([
      ...identifiers.map(({ scheme, value }) => clueOf(scheme, value)),
      ...(name === null ? [] : [clueOf('name', name)]),
    ]);
    const makers = this.ledToBy(made.map((maker) => clueOf('name', maker)));
    const codes = new Set([list, ...vendors.flatMap(listsOf)]);
    const lists = [...codes].flatMap((code) => this.byCode.get(code ?? '') ?? []);
    return { vendors, lists, ...this.kinships.around([...vendors, ...makers], items) };
  }

  private ledToBy(clues: readonly string[]): KnownVendor[] {
    return [...new Set(clues.flatMap((clue) => this.byClue.get(clue) ?? []))];
  }
}

/** Codes of the lists that a vendor's listings stand on. */
export const listsOf = ({ listings }: KnownVendor): string[] =>
  listings.flatMap(([first]) => first?.list ?? []);

const clueOf = (scheme: string, value: string): string => `${scheme} ${value}`;

const cluesOf = ({ id, formerIds = [], identifiers, names }: KnownVendor): Set<string> =>
  new Set([
    ...[id, ...formerIds].map((own) => clueOf('id', own)),
    ...identifiers.map(({ scheme, value }) => clueOf(scheme, value)),
    ...names.map(({ name }) => clueOf('name', normaliseName(name))),
  ]);
