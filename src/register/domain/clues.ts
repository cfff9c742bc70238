import type { Thresholds } from '../../screening/domain/thresholds';

/** What leads from a question to the facts that its answer rests on. */
export interface Clues {
  /** Identifiers of the seller, in canonical form; `id` is the scheme of the registry's own. */
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** The seller's name as it is given; null where none is. */
  readonly name: string | null;
  /** Code of the list that is bought from; null: any, or none. */
  readonly list: string | null;
  /** Whether it is told what is bought, so that exclusions of articles matter. */
  readonly items: boolean;
  /** The keys of the names of those who made what is bought. */
  readonly makers: readonly string[];
  /** From which scores on a likeness counts. */
  readonly thresholds: Thresholds;
}
