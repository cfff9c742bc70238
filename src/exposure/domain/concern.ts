import { matchSold, type Article, type ArticleMatch } from '../../exclusions/domain/article-match';
import type { Scope } from '../../exclusions/domain/exclusion';
import { nameFormOf } from '../../screening/domain/name-form';

/** Whom vendors are looked at for: one that is asked about, or that is one with it; or one that belongs to it. */
export type Connection = 'vendor' | 'affiliate';

/**
 * How a recorded check came to be concerned. `candidate`: it was not sure whom the question meant, and one of those
 * may have been meant. `article`, `possible-article`: what was to be bought is covered for sure, or may be.
 */
export type Match = Connection | 'candidate' | 'article' | 'possible-article';

/** Articles that are covered, and the names under which their maker goes. */
export interface Cover {
  readonly scope: Pick<Scope, 'articles' | 'exempt'>;
  readonly makers: readonly string[];
}

/** What recorded checks may be about. */
export interface Concern {
  /** The vendors that are meant, by their ids. */
  readonly vendors: ReadonlyMap<string, Connection>;
  /** The articles that are meant; none: only vendors. */
  readonly covers: readonly Cover[];
  /** Keys of names, as `nameFormOf` gives them: whoever asked for one of them is meant, or bought what one made. */
  readonly names?: ReadonlySet<string>;
}

/** A recorded check as far as it tells what it was about. */
export interface Concerned {
  /** The vendor that was decided about; null where it was not sure. */
  readonly vendor: string | null;
  readonly candidates: readonly string[];
  /** The name that was asked for; null where none was, or names are not meant. */
  readonly name?: string | null;
  readonly items: readonly Article[];
  /** Names of the vendor: where it is not told who made a thing, whoever sells it may have. */
  readonly sellers: readonly string[];
}

/** How checks are concerned; no match: not at all. Made for many checks, which mostly name the same things. */
export function matcherOf({ vendors, covers, names }: Concern): (check: Concerned) => Match[] {
  const matchOf = coverageOf(covers);
  const isMeant = (name: string | null): boolean =>
    name !== null && names !== undefined && names.has(nameFormOf(name).key);
  return ({ vendor, candidates, name = null, items, sellers }) => {
    const connection = vendors.get(vendor ?? '');
    const named = isMeant(name) || candidates.some((id) => vendors.has(id));
    const found = items.map((item) =>
      isMeant(item.manufacturer) ? 'likely' : matchOf(item, sellers),
    );
    return [
      ...(connection ? [connection] : []),
      ...(named ? (['candidate'] as const) : []),
      ...(found.includes('sure') ? (['article'] as const) : []),
      ...(found.includes('likely') ? (['possible-article'] as const) : []),
    ];
  };
}

type Coverage = (item: Article, sellers: readonly string[]) => ArticleMatch;

/** How surely things are covered by any of some covers, as whoever decides checks would have it; each compared once. */
function coverageOf(covers: readonly Cover[]): Coverage {
  const known = new Map<string, ArticleMatch>();
  return ({ manufacturer, product }, sellers) => {
    const key = JSON.stringify([manufacturer, product, ...sellers]);
    const match = known.get(key) ?? surest({ manufacturer, product }, sellers, covers);
    known.set(key, match);
    return match;
  };
}

function surest(item: Article, sellers: readonly string[], covers: readonly Cover[]): ArticleMatch {
  const matches = covers.map(({ scope, makers }) => matchSold(item, scope, { makers, sellers }));
  return matches.includes('sure') ? 'sure' : matches.includes('likely') ? 'likely' : 'none';
}
