import {
  EVERYBODY,
  NEW_BUSINESS,
  type Binding,
  type CoveredArticle,
  type ExclusionTerms,
  type Milestone,
  type Scope,
} from './domain/exclusion';
import { parseTerms } from './domain/parse-terms';
import type {
  BindingDto,
  CoveredArticleDto,
  ExclusionTermsChangeDto,
  ExclusionTermsDto,
  MilestoneDto,
  ScopeDto,
} from './exclusion-terms.dto';

/** What an amendment may say anew. */
export type TermsChange = Partial<Omit<ExclusionTerms, 'vendor'>>;

/** What a request says of a new exclusion, whole. @throws {InvalidRequest} where it makes no sense */
export function termsOf({ vendor, ...said }: ExclusionTermsDto): ExclusionTerms {
  const { kind, agency, scope } = said;
  const basis = kind === 'prohibition' ? 'agency-order' : null;
  return parseTerms({
    ...LEFT_OUT,
    ...changeOf(said),
    ...{ kind, agency, scope: scopeOf(scope), basis: said.basis ?? basis },
    vendor: vendor?.toLowerCase() ?? null,
  });
}

/** What a request says anew of an exclusion: the members that it has, each whole. */
export function changeOf(said: ExclusionTermsChangeDto): TermsChange {
  const { affiliates, scope, binds, citations, milestones, ...plain } = said;
  return {
    ...plain,
    ...(affiliates && { affiliates: [affiliates].flat() }),
    ...(scope && { scope: scopeOf(scope) }),
    ...(binds && { binds: bindingOf(binds) }),
    ...(citations && { citations: citations.map((citation) => ({ ...citation })) }),
    ...(milestones && { milestones: milestones.map(milestoneOf) }),
  };
}

/** Articles as a request names them. */
export const articlesOf = (said: readonly CoveredArticleDto[] = []): CoveredArticle[] =>
  said.map(({ manufacturer, product = null, aliases = [] }) => ({
    manufacturer,
    product,
    aliases,
  }));

/** What holds where a request does not say. */
const LEFT_OUT = {
  affiliates: ['named-only'],
  binds: EVERYBODY,
  effects: NEW_BUSINESS,
  ...{ cause: null, citations: [], comment: null, milestones: [] },
} as const satisfies Partial<ExclusionTerms>;

const scopeOf = ({ whole, articles, ...said }: ScopeDto): Scope => ({
  ...{ categories: [], uses: [], exempt: [] },
  ...said,
  ...{ whole, articles: articlesOf(articles) },
});

const bindingOf = (said: BindingDto): Binding => ({ ...EVERYBODY, agencies: [], ...said });

const milestoneOf = ({ code, title = null, due }: MilestoneDto): Milestone => ({
  ...{ code, title },
  due: due.toISOString(),
});
