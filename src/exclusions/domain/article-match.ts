import { similarityOf } from '../../screening/domain/compare-names';
import { coreOf, latinWordsOf, standsIn, wordsOf } from '../../screening/domain/likeness';
import { nameFormOf } from '../../screening/domain/name-form';
import { DEFAULT_THRESHOLDS } from '../../screening/domain/thresholds';
import type { CoveredArticle, Scope } from './exclusion';

/** Something that is bought. */
export interface Article {
  readonly manufacturer: string | null;
  readonly product: string | null;
}

/**
 * How surely something is a covered article. `likely`: it may be one, a person must look. `exempt`: the exclusion
 * leaves it free by name.
 */
export type ArticleMatch = 'sure' | 'likely' | 'exempt' | 'none';

/**
 * Compares something that is bought with what an exclusion covers.
 *
 * A manufacturer is sure by the same name or alias; a product by the same name, or by its name within a
 * longer designation. Anything weaker, and a product of a covered manufacturer that is not told, is `likely`.
 *
 * @param makers names of whoever counts as the manufacturer besides: of the excluded vendor and of all that it reaches
 */
export function matchArticle(
  article: Article,
  scope: Covering,
  makers: readonly string[],
): ArticleMatch {
  const matches = MATCHES.get(scope) ?? new Map<string, ArticleMatch>();
  MATCHES.set(scope, matches);
  const key = JSON.stringify([article.manufacturer, article.product, ...makers]);
  const match = matches.get(key) ?? compare(article, scope, makers);
  matches.set(key, match);
  return match;
}

/**
 * Compares something that somebody sells. Where it is not told who made it, whoever sells it may have: what it would be
 * then is `likely` at most.
 *
 * @param sellers names under which whoever sells it goes; none where that is not sure
 * @see matchArticle
 */
export function matchSold(
  article: Article,
  scope: Covering,
  { makers, sellers }: { readonly makers: readonly string[]; readonly sellers: readonly string[] },
): ArticleMatch {
  const match = matchArticle(article, scope, makers);
  if (match !== 'none' || article.manufacturer !== null) return match;
  const asOwn = sellers
    .map((manufacturer) => matchArticle({ ...article, manufacturer }, scope, makers))
    .find((own) => own !== 'none');
  return asOwn === 'sure' ? 'likely' : (asOwn ?? 'none');
}

type Covering = Pick<Scope, 'articles' | 'exempt'>;

/** What came of comparisons: in one decision, and in many at once, the same are made again and again. */
const MATCHES = new WeakMap<Covering, Map<string, ArticleMatch>>();

function compare(
  article: Article,
  { articles, exempt }: Covering,
  makers: readonly string[],
): ArticleMatch {
  const matches = articles.map((covered) => matchOne(article, covered, namesOf(covered, makers)));
  if (matches.every((match) => match === 'none')) return 'none';
  if (isExempt(article, exempt)) return isBundle(article, articles) ? 'likely' : 'exempt';
  return matches.includes('sure') ? 'sure' : 'likely';
}

/** Whether an exclusion leaves something free by name. */
export const isExempt = ({ product }: Article, exempt: readonly string[]): boolean =>
  exempt.some((free) => isNamedIn(free, product));

/** Whether what is bought names a covered product too, so that what is left free is not all of it. */
const isBundle = ({ product }: Article, articles: readonly CoveredArticle[]): boolean =>
  articles.some((covered) => covered.product !== null && isNamedIn(covered.product, product));

/** The names under which the manufacturer of a covered article goes. */
function namesOf({ manufacturer, aliases }: CoveredArticle, makers: readonly string[]): string[] {
  const own = [manufacturer, ...aliases];
  const isTheirs = makers.some((maker) => own.some((name) => isSame(name, maker)));
  return isTheirs ? [...own, ...makers] : own;
}

function matchOne(
  article: Article,
  { product }: CoveredArticle,
  names: readonly string[],
): ArticleMatch {
  const maker = makerMatch(article, names);
  const what = productMatch(article.product, product);
  if (maker === 'none') return tellsAlone(article, product, what) ? 'likely' : 'none';
  if (maker === 'sure') return what === 'sure' ? 'sure' : 'likely';
  return what === 'none' ? 'none' : 'likely';
}

/** Whether what it is called leads to a covered article though nobody says who made it: a name of several words does. */
const tellsAlone = (
  { manufacturer }: Article,
  covered: string | null,
  what: ArticleMatch,
): boolean =>
  manufacturer === null && what === 'sure' && covered !== null && wordsOf(covered).length > 1;

function makerMatch({ manufacturer, product }: Article, names: readonly string[]): ArticleMatch {
  if (manufacturer !== null) {
    if (names.some((name) => isSame(name, manufacturer))) return 'sure';
    if (names.some((name) => isLike(name, manufacturer))) return 'likely';
  }
  // A reseller's or an integrator's own name may stand for the manufacturer, and the brand in what it sells.
  const words = product === null ? [] : latinWordsOf(product);
  return names.some((name) => standsIn(coreOf(name), words)) ? 'likely' : 'none';
}

function productMatch(product: string | null, covered: string | null): ArticleMatch {
  if (covered === null) return 'sure';
  if (product === null) return 'likely';
  if (isNamedIn(covered, product)) return 'sure';
  return isLike(covered, product) ? 'likely' : 'none';
}

const isSame = (name: string, other: string): boolean =>
  nameFormOf(name).key === nameFormOf(other).key;

/** Whether one may be meant by the other: from the score on that counts by default, whatever is set for sellers. */
const isLike = (name: string, other: string): boolean =>
  similarityOf(nameFormOf(name), nameFormOf(other)) >= DEFAULT_THRESHOLDS.deny;

const isNamedIn = (name: string, text: string | null): boolean =>
  text !== null && standsIn(wordsOf(name), wordsOf(text));
