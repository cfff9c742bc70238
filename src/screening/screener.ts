import type { NameForm } from './domain/name-form';
import type { SearchLimits } from './index/name-index';

/** A vendor that a name may mean. */
export interface FoundVendor {
  /** Of the record that has or had the name, which may since be known as another. */
  readonly id: string;
  /** How much the most alike of its names resembles the one that was looked for, 0 to 1. */
  readonly score: number;
}

/**
 * Finds vendors by their names, in memory. What it finds must be looked at: a name may be past, or that of a record
 * which is known as another.
 *
 * @throws {RegisterNotLoaded} from all of its methods, while the names are not loaded yet
 */
export abstract class Screener {
  /** Ids of all that have or had a name with this key. */
  abstract namesakes(key: string): string[];

  /** Whoever has or had a name that resembles this one, the most alike first. */
  abstract alike(name: NameForm, limits: SearchLimits): FoundVendor[];

  /** The same for what somebody is still typing: the last word may be the beginning of one. */
  abstract completing(text: string, most: number): FoundVendor[];
}
