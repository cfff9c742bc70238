import { holdsAt } from '../../clock/domain/period';
import { agencyCode } from '../../exclusions/domain/agency';
import { matchArticle } from '../../exclusions/domain/article-match';
import type { Waiver } from '../../exclusions/domain/exclusion';
import { reasonOf, type HeldExclusion } from './bar';
import type { PurchasedItem, Question } from './question';
import type { Reason } from './reason';
import { SAY_OF_EXCLUSION } from './said-of-exclusions';

/**
 * A waiver of an exclusion under which the agency may buy some items from a vendor: its own, in effect, for that vendor
 * or for any, and for each of the articles or for whatever the exclusion covers.
 *
 * @param vendor null where it is not sure who sells
 */
export function waiverFor(
  { waivers }: HeldExclusion,
  vendor: { readonly id: string } | null,
  { at, purchase }: Question,
  items: readonly PurchasedItem[],
): Waiver | undefined {
  return [...waivers]
    .sort((a, b) => a.entry - b.entry || (a.id < b.id ? -1 : 1))
    .find(
      (waiver) =>
        holdsAt(waiver.effective, at) &&
        agencyCode(waiver.agency) === agencyCode(purchase.agency) &&
        (waiver.vendor === null || waiver.vendor === vendor?.id) &&
        (waiver.articles.length === 0 || takesInAll(waiver, items)),
    );
}

const takesInAll = ({ articles }: Waiver, items: readonly PurchasedItem[]): boolean =>
  items.length > 0 &&
  items.every((item) => matchArticle(item, { articles, exempt: [] }, []) === 'sure');

/** Reasons of one exclusion; where a waiver fits, they bar nothing, and it is told beside them. */
export function waivedBy(
  { segment }: HeldExclusion,
  question: Question,
  waiver: Waiver | undefined,
  reasons: readonly Reason[],
): Reason[] {
  if (!waiver || reasons.every(({ verdict }) => verdict === 'eligible')) return [...reasons];
  const harmless = reasons.map((reason): Reason => ({ ...reason, verdict: 'eligible' }));
  const { citation } = waiver.authority;
  const first = harmless[0];
  return [
    ...harmless,
    {
      ...reasonOf(segment, question, {
        ...{ code: 'WAIVED', verdict: 'eligible', item: first?.item ?? null },
        message: SAY_OF_EXCLUSION.waived(waiver, citation),
      }),
      ...{ citation, effective: waiver.effective, position: waiver.entry, comment: null },
      rule: citation,
    },
  ];
}
