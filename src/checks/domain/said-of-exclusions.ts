import type { ExclusionSegment, Waiver } from '../../exclusions/domain/exclusion';
import type { Relation } from '../../vendors/domain/affiliation';
import { inPeriod, onDay, onMinute } from './messages';
import type { PurchasedItem } from './question';
import type { PathStep } from './reason';

const KIND: Readonly<Record<ExclusionSegment['kind'], string>> = {
  suspension: 'suspension',
  'proposed-debarment': 'proposed debarment',
  debarment: 'debarment',
  'voluntary-exclusion': 'voluntary exclusion',
  prohibition: 'prohibition',
};

const BASIS = {
  statute: 'statutory prohibition',
  directive: 'directive',
  'fascsa-order': 'FASCSA order',
  'agency-order': 'agency order',
} as const;

/** What the one before is to the one after, where the one after is to it what the key says. */
const SEEN_BACK: Readonly<Record<Relation, string>> = {
  subsidiary: 'parent',
  parent: 'subsidiary',
  successor: 'predecessor',
  predecessor: 'successor',
  affiliate: 'affiliate',
  'common-control': 'sister under common control',
};

/** A segment of an exclusion with the bounds of all that precede and follow it without a gap. */
export interface HeldSegment extends ExclusionSegment {
  /** Since when the exclusion is of this kind, however it was amended since; null: always. */
  readonly barsSince: Date | null;
  /** When the exclusion ends, however it was amended in between; null: never. */
  readonly barsUntil: Date | null;
}

/** What reasons say of exclusions, for a person. */
export const SAY_OF_EXCLUSION = {
  named: (vendor: string, segment: HeldSegment): string =>
    `${vendor} is excluded: ${orderOf(segment)}.`,
  reached: (path: readonly PathStep[], segment: HeldSegment): string =>
    `Excluded ${throughOf(path)}: ${orderOf(segment)}.`,
  article: (item: PurchasedItem, segment: HeldSegment): string =>
    `${nameOf(item)} is a covered article: ${orderOf(segment)}.`,
  perhapsArticle: (item: PurchasedItem, segment: HeldSegment): string =>
    `${nameOf(item)} may be a covered article: ${orderOf(segment)}. A person must look.`,
  itemsUntold: (vendor: string, segment: HeldSegment): string =>
    `${orderOf(segment, true)} covers some of what ${vendor} sells, and the purchase does not say what is bought.`,
  undecided: (segment: HeldSegment, unknown: Unknown): string =>
    `${orderOf(segment, true)} may bar this: ${UNKNOWN[unknown]}.`,
  free: (segment: HeldSegment, why: Freedom): string =>
    `${orderOf(segment, true)} does not bar this purchase: ${FREE[why]}.`,
  perhapsExcluded: (vendor: string, segment: HeldSegment, sure: boolean): string =>
    `${vendor}, who may be meant, ${sure ? 'is' : 'may be'} excluded: ${orderOf(segment)}.`,
  unconfirmed: ({ effective }: HeldSegment): string =>
    `The suspension waits for a second person to confirm it${
      effective.to === null ? '' : `, else it lapses${onMinute(effective.to)}`
    }.`,
  waived: ({ agency, effective }: Waiver, citation: string): string =>
    `Waived for ${agency}${onDay(effective.to, 'until')}: ${citation}.`,
} as const;

/** What is not known of a purchase that would tell whether it is barred. */
export type Unknown = 'binding' | 'use' | 'category';

const UNKNOWN: Readonly<Record<Unknown, string>> = {
  binding: 'whether it binds this agency, or this contract, is not known',
  use: 'it is about some uses only, and the purchase does not say what it is for',
  category: 'it is about some categories only, and the purchase names none',
};

/** Why an exclusion of the vendor, or of an article, does not bar a purchase. */
export type Freedom = 'not-bound' | 'stage' | 'existing-contract' | 'use' | 'scope' | 'exempt';

const FREE: Readonly<Record<Freedom, string>> = {
  'not-bound': 'it does not bind this agency or this contract',
  stage: 'it has no effect at this stage of a purchase',
  'existing-contract': 'it has no effect on a contract that exists, which may go on',
  use: 'it is about other uses',
  scope: 'it is limited to certain products and services; the entity is not itself excluded',
  exempt: 'it leaves this product or service free',
};

/** "prohibition by DHS (BOD 17-01) since 13 September 2017". */
function orderOf(segment: HeldSegment, first = false): string {
  const { kind, basis, agency, authority, barsSince, barsUntil } = segment;
  const what = basis === null ? KIND[kind] : BASIS[basis];
  const head = first ? `The ${what}` : what;
  return `${head} by ${agency} (${authority.citation})${inPeriod({ from: barsSince, to: barsUntil })}`;
}

/** "through its parent A (position 41), whose parent is B (position 17)", from the near to the far. */
function throughOf(path: readonly PathStep[]): string {
  const steps = path.slice(1).map(({ relation, position }, index) => ({
    from: path[index]?.name ?? '',
    relation: relation ?? 'affiliate',
    position,
  }));
  return steps
    .reverse()
    .map(({ from, relation, position }, index) =>
      index === 0
        ? `through its ${SEEN_BACK[relation]} ${from} (position ${position})`
        : `whose ${SEEN_BACK[relation]} is ${from} (position ${position})`,
    )
    .join(', ');
}

const nameOf = ({ manufacturer, product }: PurchasedItem): string =>
  [manufacturer, product].filter((part) => part !== null).join(' ');
