/** What a person can find of a pair. `undecided`: what was found before no longer counts. */
export const FINDINGS = ['same', 'not-same', 'undecided'] as const;

export type Finding = (typeof FINDINGS)[number];

/**
 * Two that may be one: a vendor or a name on one side, a vendor, or an exclusion with the articles that it covers, on
 * the other. Of two vendors the one with the lower id is the subject, so that a pair is one whichever way it is seen.
 */
export interface MatchPair {
  /** Id of the vendor; null where it is a name. */
  readonly subjectVendor: string | null;
  /** The key of the name; null where it is a vendor. */
  readonly subjectName: string | null;
  /** Id of the vendor; null where it is an exclusion. */
  readonly objectVendor: string | null;
  /** Id of the exclusion whose covered articles are meant; null where it is a vendor. */
  readonly objectExclusion: string | null;
}

/** What a person found of a pair. It counts for as long as both records stay as they were. */
export interface MatchDecision extends MatchPair {
  /** UUIDv7. */
  readonly id: string;
  readonly finding: Exclude<Finding, 'undecided'>;
  /** The subject's revision when it was decided; null where it is a name. */
  readonly subjectRevision: number | null;
  /** The vendor's revision, or the latest entry of the exclusion, when it was decided. */
  readonly objectRevision: number;
  /**
   * How many persons found it: 1, or 2 by a proposal. What one person found `not-same` never silences a likeness to
   * somebody or something excluded, even where the exclusion came later.
   */
  readonly persons: 1 | 2;
  /** Position of the entry that it rests on. */
  readonly entry: number;
}

/** The pair of two vendors, whichever way round. */
export const pairOfVendors = (one: string, other: string): MatchPair => ({
  subjectVendor: one < other ? one : other,
  ...{ subjectName: null, objectExclusion: null },
  objectVendor: one < other ? other : one,
});
