import type { Period } from '../../clock/domain/period';

/** Kinds of names that a vendor goes by. */
export const NAME_KINDS = ['legal', 'dba', 'former', 'acronym', 'transliteration'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** A scheme and a value that belong to one vendor at a time. `scheme`: uei, cage, duns, lei, or a national register. */
export interface VendorIdentifier {
  readonly scheme: string;
  readonly value: string;
  readonly effective: Period;
}

/** A name that a vendor goes by, or went by. */
export interface VendorName {
  readonly kind: NameKind;
  readonly name: string;
  /** ISO 15924 code of its script: Latn, Cyrl, Hani, … */
  readonly script: string;
  readonly effective: Period;
}

/** Who a vendor is, as known at one position. */
export interface Vendor {
  readonly id: string;
  /** The legal name in effect. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, or null where it isn't known. */
  readonly country: string | null;
  readonly identifiers: readonly VendorIdentifier[];
  readonly names: readonly VendorName[];
  /** Position of the entry that last changed it. */
  readonly revision: number;
}
