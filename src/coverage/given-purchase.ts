import { WORLD_SCHEMES } from '../vendors/domain/identifier';

/** The members by which a purchase names its vendor. */
export const VENDOR_MEMBERS = [...WORLD_SCHEMES, 'id', 'name'] as const;

/** The members of a purchase, as columns of a file and flat: an amount has its currency beside it. */
export const MEMBERS = [
  'reference',
  ...VENDOR_MEMBERS,
  'awardedAt',
  'agency',
  'list',
  'amount',
  'currency',
] as const;

export type Member = (typeof MEMBERS)[number];

/** The members of a purchase before any rule was applied. Those that are absent or empty say nothing. */
export type GivenMembers = { readonly [Name in Member]?: string | undefined };

/** A purchase as it was given. */
export interface GivenPurchase {
  /** Line of the file on which it begins, or its place in the array; from 1 on. */
  readonly line: number;
  /** Its members, or why it has none. */
  readonly given: GivenMembers | { readonly broken: string };
}

/** Purchases as they were given, in their order. */
export interface GivenPurchases {
  readonly purchases: readonly GivenPurchase[];
  /** Names of columns that mean nothing here. */
  readonly ignoredColumns: readonly string[];
}

/** Most purchases in one file. */
export const MAX_ROWS = 100_000;

/** Most purchases in one JSON body, which has at most 1 MiB. */
export const MAX_ITEMS = 10_000;
