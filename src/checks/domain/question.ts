import type { Stage } from '../../exclusions/domain/binding';
import type { System } from '../../exclusions/domain/exclusion';
import type { Clue } from '../../vendors/domain/vendor-clue';
import type { Identifier } from '../../vendors/domain/vendor';

/** How a purchase is made: from an approved list, or outside of all. */
export const CHANNELS = ['list', 'open-market'] as const;

export type Channel = (typeof CHANNELS)[number];

/** An identifier that a vendor is asked for by: the registry's own id, or a value of a scheme. */
export interface AskedIdentifier extends Identifier {
  readonly scheme: Exclude<Clue, 'name'>;
}

/** Whom a question means. */
export interface VendorReference {
  /** In canonical form. */
  readonly identifiers: readonly AskedIdentifier[];
  /** As it is given; null where none is. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2; null where none is given. */
  readonly country: string | null;
}

export interface Money {
  /** Decimal. */
  readonly value: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** One thing that is bought. */
export interface PurchasedItem {
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly quantity: number | null;
}

/** What is to be bought, and for whom. */
export interface Purchase {
  readonly channel: Channel;
  /** Code of the list; null: any list, or none where the channel is the open market. */
  readonly list: string | null;
  readonly category: string | null;
  /** Code of the agency that the purchase is for. */
  readonly agency: string;
  readonly stage: Stage;
  /** What it is bought for, as codes; null where that is not said. */
  readonly uses: readonly string[] | null;
  /** The kind of system that it is for. */
  readonly system: System;
  /** What the buyer calls the purchase. */
  readonly reference: string | null;
  readonly amount: Money | null;
  readonly items: readonly PurchasedItem[];
}

/** May we buy this, from this vendor, at that time? */
export interface Question {
  readonly vendor: VendorReference;
  readonly purchase: Purchase;
  readonly at: Date;
}
