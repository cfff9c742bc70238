import type { NameForm } from './domain/name-form';
import type { SearchLimits } from './index/name-index';

/** A vendor that a name may mean. */
export interface FoundVendor {
  /** Of the record that has or had the name, which may since be known as another. */
  readonly id: string;
  /** How much the most alike of its names resembles the one that was looked for, 0 to 1. */
  readonly score: number;
}

/** An exclusion of articles whose maker a name may mean. */
export interface FoundArticles {
  /** Id of the exclusion that covers or covered them. */
  readonly exclusion: string;
  /** How much the most alike of the makers' names resembles the one that was looked for, 0 to 1. */
  readonly score: number;
}

/**
 * Finds vendors by their names, in memory. What it finds must be looked at: a name may be past, or that of a record
 * which is known as another.
 *
 * @throws {RegisterNotLoaded} from all of its methods, while the names are not loaded yet
 */
export abstract class Screener {
  /** Comes true when every name that was recorded before this call is found. */
  abstract fresh(): Promise<void>;

  /** Ids of all that have or had a name with this key. */
  abstract namesakes(key: string): string[];

  /** Whoever has or had a name that resembles this one, the most alike first. */
  abstract alike(name: NameForm, limits: SearchLimits): FoundVendor[];

  /** The same among those whom an exclusion of any time names, or affiliations and merges connect with one. */
  abstract alikeExcluded(name: NameForm, limits: SearchLimits): FoundVendor[];

  /** Exclusions that cover or covered articles of a maker whose name, or an alias of it, resembles this one. */
  abstract alikeArticles(name: NameForm, limits: SearchLimits): FoundArticles[];

  /** The same as `alike` for what somebody is still typing: the last word may be the beginning of one. */
  abstract completing(text: string, most: number): FoundVendor[];
}
