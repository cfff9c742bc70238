import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import type { Affiliation } from '../../vendors/domain/affiliation';
import type { Merge } from '../../vendors/domain/merge';
import type { KnownDecisions } from '../known-decisions';
import type { KnownList } from '../domain/facts';
import type { AccessRecords } from './access-records';
import { Indexed } from './indexed';
import type { KnownVendors } from './known-vendors';
import type { StableMap } from './stable-map';

/** All that a register holds, as known at one position. */
export interface RegisterParts {
  readonly position: number;
  readonly recordedAt: Date;
  readonly vendors: KnownVendors;
  /** By their codes. */
  readonly lists: StableMap<KnownList>;
  /** By the ids of those that they name, and {@link OF_ARTICLES} where they cover articles. */
  readonly exclusions: Indexed<KnownExclusion>;
  /** By the ids of either of the two. */
  readonly affiliations: Indexed<Affiliation>;
  /** The same; its own id is the duplicate's. */
  readonly merges: Indexed<Merge>;
  readonly decisions: KnownDecisions;
  readonly access: AccessRecords;
}

/** The key of all exclusions that cover articles. */
export const OF_ARTICLES = 'articles';

export const indexExclusions = (all: readonly KnownExclusion[]): Indexed<KnownExclusion> =>
  Indexed.of(all, { idOf: ({ id }) => id, keysOf: keysOfExclusion });

export const indexAffiliations = (all: readonly Affiliation[]): Indexed<Affiliation> =>
  Indexed.of(all, { idOf: ({ id }) => id, keysOf: ({ vendor, other }) => [vendor, other] });

export const indexMerges = (all: readonly Merge[]): Indexed<Merge> =>
  Indexed.of(all, {
    idOf: ({ duplicate }) => duplicate,
    keysOf: ({ duplicate, survivor }) => [duplicate, survivor],
  });

const keysOfExclusion = ({ timeline }: KnownExclusion): string[] => {
  const named = timeline.flatMap(({ vendor }) => vendor ?? []);
  const articles = timeline.some(({ scope }) => scope.articles.length > 0);
  return [...new Set([...named, ...(articles ? [OF_ARTICLES] : [])])];
};
