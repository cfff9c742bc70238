import { isExempt } from '../../exclusions/domain/article-match';
import type { ExclusionSegment } from '../../exclusions/domain/exclusion';
import { barOf, freeBy, heldAt, reasonOf, type Bar } from './bar';
import type { Facts, KnownVendor } from '../../register/domain/facts';
import type { Purchase, PurchasedItem, Question } from './question';
import { pathTo } from './path-to';
import type { PathStep, Reason } from './reason';
import { SAY_OF_EXCLUSION, type HeldSegment } from './said-of-exclusions';
import { waivedBy, waiverFor } from './waive';

type Subject = Pick<KnownVendor, 'id' | 'name'>;

/**
 * Why exclusions bar buying from a vendor, may bar it, or leave it free: those that name it, and those that reach it
 * through others. Exclusions of articles alone bar nobody; what is bought tells.
 */
export function exclusionsOf(vendor: Subject, question: Question, facts: Facts): Reason[] {
  return heldAt(facts.exclusions, question.at).flatMap((held) => {
    const path = pathTo(vendor, held.segment, question, facts);
    if (!path) return [];
    const reasons = reasonsOf(vendor, held.segment, { question, path });
    const waiver = waiverFor(held, vendor, question, question.purchase.items);
    return waivedBy(held, question, waiver, reasons);
  });
}

/** That a vendor who may be meant is excluded, or may be: it is never passed over in silence. */
export function perhapsExcluded(vendor: Subject, question: Question, facts: Facts): Reason[] {
  return heldAt(facts.exclusions, question.at).flatMap(({ segment }) => {
    const path = pathTo(vendor, segment, question, facts);
    if (!path) return [];
    const { bars } = barOnVendor(segment, question);
    if (bars === false) return [];
    const message = SAY_OF_EXCLUSION.perhapsExcluded(vendor.name, segment, bars === true);
    const about = { code: 'POSSIBLE_EXCLUDED_MATCH', verdict: 'review' } as const;
    return [reasonOf(segment, question, { ...about, message, path })];
  });
}

function reasonsOf(
  vendor: Subject,
  segment: HeldSegment,
  { question, path }: { readonly question: Question; readonly path: readonly PathStep[] },
): Reason[] {
  const said = (about: Pick<Reason, 'code' | 'verdict' | 'message'>): Reason =>
    reasonOf(segment, question, { ...about, path });
  const bar = barOnVendor(segment, question);
  if (bar.bars === false) return [freeBy(segment, question, { why: bar.why, path })];
  if (bar.bars === 'perhaps') {
    return [
      bar.unknown === 'items'
        ? said({
            ...{ code: 'POSSIBLE_COVERED_ARTICLE', verdict: 'review' },
            message: SAY_OF_EXCLUSION.itemsUntold(vendor.name, segment),
          })
        : said({
            ...{ code: 'EXCLUSION_UNDECIDED', verdict: 'review' },
            message: SAY_OF_EXCLUSION.undecided(segment, bar.unknown),
          }),
    ];
  }
  const excluded: Reason =
    path.length === 0
      ? said({
          ...{ code: 'VENDOR_EXCLUDED', verdict: 'ineligible' },
          message: SAY_OF_EXCLUSION.named(vendor.name, segment),
        })
      : said({
          ...{ code: 'AFFILIATE_EXCLUDED', verdict: 'ineligible' },
          message: SAY_OF_EXCLUSION.reached(path, segment),
        });
  if (segment.suspension?.confirmed !== false) return [excluded];
  const message = SAY_OF_EXCLUSION.unconfirmed(segment);
  return [excluded, said({ code: 'SUSPENSION_UNCONFIRMED', verdict: 'review', message })];
}

type BarOnVendor = Bar | { readonly bars: 'perhaps'; readonly unknown: 'items' };

/** What an exclusion does to a purchase from the vendor that it comes to; what is bought is looked at apart. */
function barOnVendor(segment: ExclusionSegment, { purchase }: Question): BarOnVendor {
  const bar = barOf(segment, purchase);
  if (bar.bars === false) return bar;
  if (onlyExempt(segment, purchase.items)) return { bars: false, why: 'exempt' };
  return segment.scope.whole ? bar : barInPart(segment, purchase, bar);
}

/** What an exclusion that is limited to categories and articles does to a purchase that it may bar. */
function barInPart({ scope }: ExclusionSegment, purchase: Purchase, bar: Bar): BarOnVendor {
  const { category, items } = purchase;
  if (category !== null && scope.categories.some(isSameCode(category))) return bar;
  if (scope.categories.length > 0 && category === null) {
    return { bars: 'perhaps', unknown: 'category' };
  }
  const untold = scope.articles.length > 0 && items.length === 0;
  return untold ? { bars: 'perhaps', unknown: 'items' } : { bars: false, why: 'scope' };
}

/** On the open market no list says how its codes are written. */
const isSameCode =
  (category: string) =>
  (code: string): boolean =>
    code.trim().toUpperCase() === category.trim().toUpperCase();

/** Whether all that is bought is left free by name. */
const onlyExempt = ({ scope }: ExclusionSegment, items: readonly PurchasedItem[]): boolean =>
  items.length > 0 && items.every((item) => isExempt(item, scope.exempt));
