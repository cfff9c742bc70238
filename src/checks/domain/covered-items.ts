import { matchSold, type ArticleMatch } from '../../exclusions/domain/article-match';
import type { ExclusionSegment } from '../../exclusions/domain/exclusion';
import { reachOf } from '../../exclusions/domain/reach';
import { barOf, freeBy, heldAt, reasonOf, type HeldExclusion, type Saying } from './bar';
import { findingOnArticles, isSilenced } from './findings';
import { nameFormOf } from '../../screening/domain/name-form';
import type { Facts, Relative } from '../../register/domain/facts';
import { pathTo } from './path-to';
import type { PurchasedItem, Question } from './question';
import type { PathStep, Reason } from './reason';
import { SAY_OF_EXCLUSION, type HeldSegment } from './said-of-exclusions';
import { waivedBy, waiverFor } from './waive';

/**
 * Why exclusions bar what is bought, may bar it, or leave it free, whoever sells it: a reseller in good standing can't
 * sell a covered article either.
 *
 * @param seller null where it is not sure who sells
 */
export function coveredItems(seller: Relative | null, question: Question, facts: Facts): Reason[] {
  const exclusions = heldAt(facts.exclusions, question.at).filter(
    ({ segment }) => segment.scope.articles.length > 0,
  );
  return exclusions.flatMap((held) => {
    const makers = makersOf(held.segment, question, facts);
    const names = makers.flatMap(namesOf);
    return question.purchase.items.flatMap((item, index) => {
      const meant = asFound(item, held, facts);
      const match = matchItem(meant, held.segment, { makers: names, seller });
      if (match === 'none') return [];
      const maker = makers.find((one) => goesBy(one, item.manufacturer));
      const path = (maker && pathTo(maker, held.segment, question, facts)) ?? [];
      const reasons = reasonsOf(held.segment, question, { item, index, match, path });
      return waivedBy(held, question, waiverFor(held, seller, question, [item]), reasons);
    });
  });
}

/**
 * An item as a person found its maker to be: that of what the exclusion covers, or another, of whom nothing is left but
 * what the thing itself is called.
 */
function asFound(item: PurchasedItem, held: HeldExclusion, { decisions }: Facts): PurchasedItem {
  const { manufacturer } = item;
  if (manufacturer === null || decisions.length === 0) return item;
  const { segment, revision } = held;
  const covering = { id: segment.exclusion, revision };
  const found = findingOnArticles({ name: manufacturer }, covering, decisions);
  if (isSilenced(found)) return { ...item, manufacturer: NOBODY };
  const same = found?.finding === 'same';
  return same ? { ...item, manufacturer: segment.scope.articles[0]?.manufacturer ?? null } : item;
}

/** A maker who is like nobody. */
const NOBODY = '';

/**
 * Whether any exclusion may be about what is bought, whenever it holds.
 *
 * @param seller null where it is not sure who sells
 */
export function mayCover(
  segment: ExclusionSegment,
  seller: Relative | null,
  question: Question,
  facts: Facts,
): boolean {
  const makers = makersOf(segment, question, facts).flatMap(namesOf);
  return question.purchase.items.some(
    (item) => matchItem(item, segment, { makers, seller }) !== 'none',
  );
}

/** Compares an item with what an exclusion covers. */
const matchItem = (
  { manufacturer, product }: PurchasedItem,
  { scope }: ExclusionSegment,
  { makers, seller }: { readonly makers: readonly string[]; readonly seller: Relative | null },
): ArticleMatch =>
  matchSold({ manufacturer, product }, scope, { makers, sellers: seller ? namesOf(seller) : [] });

/** The excluded vendor and all that its exclusion reaches: who makes what it covers. */
function makersOf(
  { vendor, affiliates }: ExclusionSegment,
  { at }: Question,
  { affiliations, relatives }: Facts,
): Relative[] {
  if (vendor === null) return [];
  const reached = reachOf(vendor, affiliates, affiliations, at);
  return relatives
    .filter(({ id }) => id === vendor || reached.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const namesOf = ({ names }: Relative): string[] => names.map(({ name }) => name);

const goesBy = (maker: Relative, name: string | null): boolean =>
  name !== null && namesOf(maker).some((own) => nameFormOf(own).key === nameFormOf(name).key);

/** How surely an item is a covered article, and how the exclusion comes to whoever made it. */
interface Found {
  readonly item: PurchasedItem;
  readonly index: number;
  readonly match: Exclude<ArticleMatch, 'none'>;
  readonly path: readonly PathStep[];
}

function reasonsOf(
  segment: HeldSegment,
  question: Question,
  { item, index, match, path }: Found,
): Reason[] {
  const bar = barOf(segment, question.purchase);
  const said = (about: Pick<Saying, 'code' | 'verdict' | 'message'>): Reason[] => [
    reasonOf(segment, question, { ...about, item: index, path }),
  ];
  if (match === 'exempt') return [freeBy(segment, question, { why: 'exempt', item: index })];
  if (bar.bars === false) return [freeBy(segment, question, { why: bar.why, item: index })];
  if (match === 'likely') {
    const message = SAY_OF_EXCLUSION.perhapsArticle(item, segment);
    return said({ code: 'POSSIBLE_COVERED_ARTICLE', verdict: 'review', message });
  }
  return bar.bars === 'perhaps'
    ? said({
        ...{ code: 'EXCLUSION_UNDECIDED', verdict: 'review' },
        message: SAY_OF_EXCLUSION.undecided(segment, bar.unknown),
      })
    : said({
        ...{ code: 'COVERED_ARTICLE', verdict: 'ineligible' },
        message: SAY_OF_EXCLUSION.article(item, segment),
      });
}
