/** Legal forms that mean much the same, in whatever country. */
export type LegalFamily =
  | ('corporation' | 'joint-stock' | 'limited' | 'partnership' | 'limited-partnership')
  | ('limited-liability-partnership' | 'sole-trader' | 'state-enterprise' | 'cooperative')
  | ('association' | 'foundation' | 'company');

/** A legal form, and how it is written. */
export interface LegalForm {
  /** Lower-case words with hyphens between; published. The words are the form's one spelling in a key. */
  readonly code: string;
  readonly family: LegalFamily;
  /**
   * How it is written, with " | " between, as `normaliseName` reads it: case, full stops and accents don't matter.
   * The code's own words need no mention.
   */
  readonly spelled?: string;
  /**
   * Spellings that are words or initials of other things too: a legal form only behind a name, or before it where
   * `front` says so, never within.
   */
  readonly vague?: string;
  /** Whether it may also stand before the name. */
  readonly front?: true;
  /** The form by whose English name it goes abroad: ao is jsc. */
  readonly english?: string;
}
