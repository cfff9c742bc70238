import { ALWAYS, type Period } from '../../clock/domain/period';

/** Kinds of names that a vendor goes by. A weak alias is so broad or common that it tells little of whose it is. */
export const NAME_KINDS = [
  ...(['legal', 'dba', 'former', 'acronym', 'transliteration', 'weak-alias'] as const),
] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** A scheme and a value, which belong to one vendor at a time. */
export interface Identifier {
  /** uei, cage, duns, lei, or a national register such as us-ein. */
  readonly scheme: string;
  readonly value: string;
}

/** An identifier for as long as it is a vendor's. */
export interface VendorIdentifier extends Identifier {
  readonly effective: Period;
}

/** A name with its kind. */
export interface Name {
  readonly kind: NameKind;
  readonly name: string;
  /** ISO 15924 code of its script: Latn, Cyrl, Hani, … */
  readonly script: string;
}

/** A name for as long as a vendor goes by it. */
export interface VendorName extends Name {
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

/** What a vendor is to be from now on. What is undefined stays. */
export interface VendorTerms {
  readonly country?: string | null | undefined;
  /** The whole new set of identifiers. */
  readonly identifiers?: readonly Identifier[] | undefined;
  /** The legal name, then the whole new set of the others. */
  readonly names?: readonly [Name, ...Name[]] | undefined;
}

/** Whether an identifier or a name is the vendor's still: nothing that holds ends later than the present. */
export const holdsStill = ({ effective }: { readonly effective: Period }): boolean =>
  effective.to === null;

/** The legal name and the others that a vendor goes by still. */
export function namesInEffect({ names }: Pick<Vendor, 'names'>): VendorName[] {
  return names.filter(holdsStill);
}

/** The identifiers that are a vendor's still. */
export function identifiersInEffect({
  identifiers,
}: Pick<Vendor, 'identifiers'>): VendorIdentifier[] {
  return identifiers.filter(holdsStill);
}

/** What is said of a vendor whose names hold always, and its identifiers from when they were free on. */
export function newVendor(
  id: string,
  [legal, ...others]: readonly [Name, ...Name[]],
  country: string | null,
  identifiers: readonly VendorIdentifier[],
): Omit<Vendor, 'revision'> {
  const names = [legal, ...others].map((name) => ({ ...name, effective: ALWAYS }));
  return { id, name: legal.name, country, identifiers, names };
}
