/** A purchase that was made, as far as its check is looked for. */
export interface AwardedPurchase {
  /** What the buyer calls it, without space around; null: it has no name, and is looked for by its vendor. */
  readonly reference: string | null;
  /** Ids of all records of its vendor, in one order or another; empty where the registry knows no such vendor. */
  readonly vendors: readonly string[];
  /** Code of the agency that it was for; null: not said. */
  readonly agency: string | null;
  /** Code of the list that it was bought from; null: not said. */
  readonly list: string | null;
  readonly awardedAt: Date;
  /** Whether the award is given as a day; `awardedAt` is its beginning then. */
  readonly dayOnly: boolean;
}
