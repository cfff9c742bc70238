import type { NameForm } from '../../screening/domain/name-form';

/** How far a search goes: the most that it gives, and the lowest score. */
interface Limits {
  readonly most: number;
  readonly floor: number;
}

/** A vendor, by its record, or an exclusion of articles that a name may lead to, and how alike the names are. */
interface FoundVendor {
  readonly id: string;
  readonly score: number;
}

interface FoundArticles {
  readonly exclusion: string;
  readonly score: number;
}

/**
 * Names by which vendors and covered articles are found: all of one position, and some that are newer or past. What they
 * lead to must be looked at.
 */
export interface NamesAtHand {
  /** The size of the history (number of entries) of which all names are found. */
  readonly position: number;

  /** Ids of all that have or had a name with this key. */
  namesakes(key: string): string[];

  /** Whoever has or had a name that resembles this one, the most alike first. */
  alike(name: NameForm, limits: Limits): FoundVendor[];

  /** The same among those whom an exclusion of any time names, or affiliations and merges connect with one. */
  alikeExcluded(name: NameForm, limits: Limits): FoundVendor[];

  /** Exclusions that cover or covered articles of a maker whose name, or an alias of it, resembles this one. */
  alikeArticles(name: NameForm, limits: Limits): FoundArticles[];

  /** The same as `alike` for what somebody is still typing: the last word may be the beginning of one. */
  completing(text: string, most: number): FoundVendor[];
}
