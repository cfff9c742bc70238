import type { Finding } from '../../screening/domain/match-decision';

/**
 * What two persons find of two that may be one: of a vendor or a name, and of another vendor or the covered articles of
 * an exclusion. Ids and the name are null where they are not of the pair.
 */
export interface MatchChange {
  readonly action: 'decide-match';
  readonly vendor: string | null;
  /** As it is written. */
  readonly name: string | null;
  readonly other: string | null;
  readonly exclusion: string | null;
  readonly finding: Finding;
}
