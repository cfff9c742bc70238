/** What leads from a question to the facts that its answer rests on. */
export interface Clues {
  /** Identifiers of the seller, in canonical form; `id` is the scheme of the registry's own. */
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** The seller's name as `normaliseName` gives it; null where none is given. */
  readonly name: string | null;
  /** Code of the list that is bought from; null: any, or none. */
  readonly list: string | null;
  /** Whether it is told what is bought, so that exclusions of articles matter. */
  readonly items: boolean;
  /** The names of those who made what is bought, normalised. */
  readonly makers: readonly string[];
}
