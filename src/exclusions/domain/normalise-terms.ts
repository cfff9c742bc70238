import { agencyCode } from './agency';
import type {
  Binding,
  Citation,
  CoveredArticle,
  ExclusionTerms,
  Milestone,
  Scope,
} from './exclusion';

/** Terms in the one form in which they are kept, whether or not they make sense. */
export function normaliseTerms(terms: ExclusionTerms): ExclusionTerms {
  return {
    kind: terms.kind,
    basis: terms.basis,
    agency: agencyCode(terms.agency),
    vendor: terms.vendor,
    affiliates: distinct(terms.affiliates),
    scope: normaliseScope(terms.scope),
    binds: normaliseBinding(terms.binds),
    effects: distinct(terms.effects),
    cause: textOrNone(terms.cause),
    citations: distinctBy(terms.citations.map(normaliseCitation), JSON.stringify),
    comment: textOrNone(terms.comment),
    milestones: terms.milestones.map(normaliseMilestone),
  };
}

/** Covered articles without surrounding space, none twice. */
export const normaliseArticles = (articles: readonly CoveredArticle[]): CoveredArticle[] =>
  distinctBy(articles.map(normaliseArticle), JSON.stringify);

const normaliseScope = ({ whole, articles, categories, uses, exempt }: Scope): Scope => ({
  whole,
  articles: normaliseArticles(articles),
  categories: texts(categories),
  uses: texts(uses),
  exempt: texts(exempt),
});

const normaliseArticle = ({ manufacturer, product, aliases }: CoveredArticle): CoveredArticle => ({
  manufacturer: manufacturer.trim(),
  product: textOrNone(product),
  aliases: texts(aliases),
});

const normaliseBinding = ({ agencies, groups, vehicles, systems }: Binding): Binding => ({
  agencies: agencies === 'all' ? 'all' : distinct(agencies.map(agencyCode)),
  groups: distinct(groups),
  vehicles: texts(vehicles),
  systems: distinct(systems),
});

const normaliseCitation = ({ edition, citation }: Citation): Citation => ({
  edition,
  citation: citation.trim(),
});

const normaliseMilestone = ({ code, title, due }: Milestone): Milestone => ({
  code: code.trim(),
  title: textOrNone(title),
  due,
});

/** A text without surrounding space; one that says nothing is none. */
const textOrNone = (text: string | null): string | null => text?.trim() || null;

const texts = (some: readonly string[]): string[] => distinct(some.map((text) => text.trim()));

const distinct = <T>(some: readonly T[]): T[] => [...new Set(some)];

const distinctBy = <T>(some: readonly T[], keyOf: (one: T) => string): T[] => [
  ...new Map(some.map((one) => [keyOf(one), one])).values(),
];
