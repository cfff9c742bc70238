import { InvalidRequest, type Violation } from '../../problems/registry-error';
import { normaliseName } from '../../screening/domain/normalise-name';
import type { CoveredArticle, ExclusionTerms } from './exclusion';
import { normaliseArticles, normaliseTerms } from './normalise-terms';

/**
 * What an exclusion says, in the form in which it is kept: codes of agencies in capitals, texts without surrounding
 * space, nothing twice.
 *
 * @param at JSON Pointer of the member that says it
 * @throws {InvalidRequest} naming each member that contradicts another, or leaves nothing to be barred or bound
 */
export function parseTerms(terms: ExclusionTerms, at = '/exclusion'): ExclusionTerms {
  const parsed = normaliseTerms(terms);
  const violations = [
    ...RULES.filter(({ broken }) => broken(parsed)),
    ...blanksIn(parsed),
    ...unreadable(textsOf('/scope/articles', parsed.scope.articles)),
    ...unreadable(each('/scope/exempt', parsed.scope.exempt)),
    ...repeatedMilestones(parsed),
    ...undatedMilestones(parsed),
  ].map(({ pointer, message }) => ({ pointer: `${at}${pointer}`, message }));
  if (violations.length > 0) throw new InvalidRequest(violations);
  return parsed;
}

/**
 * The articles that a waiver is about, in the form in which an exclusion keeps them.
 *
 * @throws {InvalidRequest} naming each text that says nothing
 */
export function parseArticles(articles: readonly CoveredArticle[]): CoveredArticle[] {
  const parsed = normaliseArticles(articles);
  const names = textsOf('/articles', parsed);
  const violations = [...saidNothing(names), ...unreadable(names)];
  if (violations.length > 0) throw new InvalidRequest(violations);
  return parsed;
}

interface Rule extends Violation {
  readonly broken: (terms: ExclusionTerms) => boolean;
}

const RULES: readonly Rule[] = [
  {
    pointer: '/basis',
    message: 'must say what a prohibition rests on',
    broken: ({ kind, basis }) => kind === 'prohibition' && basis === null,
  },
  {
    pointer: '/basis',
    message: 'goes only with a prohibition',
    broken: ({ kind, basis }) => kind !== 'prohibition' && basis !== null,
  },
  {
    pointer: '/scope',
    message: 'must bar something: the vendor as a whole, articles or categories',
    broken: ({ scope }) =>
      !scope.whole && scope.articles.length === 0 && scope.categories.length === 0,
  },
  {
    pointer: '/scope/categories',
    message: 'does not go with a vendor that is barred as a whole',
    broken: ({ scope }) => scope.whole && scope.categories.length > 0,
  },
  {
    pointer: '/vendor',
    message: 'must name the vendor that is barred as a whole or in categories',
    broken: ({ vendor, scope }) => vendor === null && (scope.whole || scope.categories.length > 0),
  },
  {
    pointer: '/binds',
    message: 'must bind somebody',
    broken: ({ kind, binds }) =>
      kind !== 'voluntary-exclusion' &&
      [binds.agencies, binds.groups, binds.vehicles, binds.systems].every(
        (bound) => bound.length === 0,
      ),
  },
  {
    // A voluntary exclusion has Governmentwide effect. @source FAR 9.403 "Voluntary exclusion"
    pointer: '/binds/agencies',
    message: 'must be all: a voluntary exclusion has effect throughout the Government',
    broken: ({ kind, binds }) => kind === 'voluntary-exclusion' && binds.agencies !== 'all',
  },
  {
    pointer: '/effects',
    message: 'must bar at least one thing',
    broken: ({ effects }) => effects.length === 0,
  },
  {
    pointer: '/affiliates',
    message: 'must not reach others and the named vendor only',
    broken: ({ affiliates }) => affiliates.includes('named-only') && affiliates.length > 1,
  },
];

/** A text that must say something, and where it stands. */
type Placed = readonly [pointer: string, text: string];

function blanksIn(terms: ExclusionTerms): Violation[] {
  const { scope, binds, citations, milestones } = terms;
  return saidNothing([
    ['/agency', terms.agency],
    ...textsOf('/scope/articles', scope.articles),
    ...each('/scope/categories', scope.categories),
    ...each('/scope/uses', scope.uses),
    ...each('/scope/exempt', scope.exempt),
    ...each('/binds/agencies', binds.agencies === 'all' ? [] : binds.agencies),
    ...each('/binds/vehicles', binds.vehicles),
    ...citations.map(({ citation }, index): Placed => [`/citations/${index}/citation`, citation]),
    ...milestones.map(({ code }, index): Placed => [`/milestones/${index}/code`, code]),
  ]);
}

const textsOf = (pointer: string, articles: readonly CoveredArticle[]): Placed[] =>
  articles.flatMap(({ manufacturer, product, aliases }, index): Placed[] => [
    [`${pointer}/${index}/manufacturer`, manufacturer],
    ...(product === null ? [] : [[`${pointer}/${index}/product`, product] as const]),
    ...each(`${pointer}/${index}/aliases`, aliases),
  ]);

const each = (pointer: string, texts: readonly string[]): Placed[] =>
  texts.map((text, index): Placed => [`${pointer}/${index}`, text]);

const saidNothing = (texts: readonly Placed[]): Violation[] =>
  texts
    .filter(([, text]) => text === '')
    .map(([pointer]) => ({ pointer, message: 'must say something' }));

/** Names by which nothing could ever be found. */
const unreadable = (names: readonly Placed[]): Violation[] =>
  names
    .filter(([, name]) => name !== '' && normaliseName(name) === '')
    .map(([pointer]) => ({ pointer, message: 'must hold a letter or a digit' }));

function repeatedMilestones({ milestones }: ExclusionTerms): Violation[] {
  const codes = milestones.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [{ pointer: `/milestones/${index}/code`, message: 'stands twice' }]
      : [],
  );
}

function undatedMilestones({ milestones }: ExclusionTerms): Violation[] {
  return milestones.flatMap(({ due }, index) =>
    Number.isNaN(Date.parse(due))
      ? [{ pointer: `/milestones/${index}/due`, message: 'must be a time, RFC 3339' }]
      : [],
  );
}
