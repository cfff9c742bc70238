import type { Relative } from '../../src/register/domain/facts';
import { ALWAYS } from '../../src/clock/domain/period';
import type {
  Binding,
  CoveredArticle,
  ExclusionSegment,
  KnownExclusion,
  Scope,
  Waiver,
} from '../../src/exclusions/domain/exclusion';
import type { Affiliation } from '../../src/vendors/domain/affiliation';
import { ACME, aName, period } from './facts';

export const AN_EXCLUSION = '01980000-0000-7000-8000-0000000000e1';

/** An id that ends in two hexadecimal digits of its own. */
export const idOf = (digits: string): string => `01980000-0000-7000-8000-0000000000${digits}`;

/** Everybody, unless it is said whom. */
export const binding = (change: Partial<Binding> = {}): Binding => ({
  ...{ agencies: 'all', groups: [], vehicles: [], systems: [] },
  ...change,
});

/** Those only that are said. */
export const bindingOnly = (change: Partial<Binding>): Binding =>
  binding({ agencies: [], ...change });

/** The vendor as a whole. */
export const aScope = (change: Partial<Scope> = {}): Scope => ({
  ...{ whole: true, articles: [], categories: [], uses: [], exempt: [] },
  ...change,
});

/** What is said only; the vendor itself is not excluded. */
export const inPart = (change: Partial<Scope>): Scope => aScope({ whole: false, ...change });

export const anArticle = (
  manufacturer: string,
  product: string | null = null,
  aliases: readonly string[] = [],
): CoveredArticle => ({ manufacturer, product, aliases });

/** A debarment of Acme as a whole by GSA, which binds everybody, in effect always. */
export const aBar = (change: Partial<ExclusionSegment> = {}): ExclusionSegment => ({
  exclusion: AN_EXCLUSION,
  kind: 'debarment',
  basis: null,
  agency: 'GSA',
  vendor: ACME,
  affiliates: ['named-only'],
  scope: aScope(),
  binds: binding(),
  effects: ['award', 'option', 'modification', 'subcontract'],
  ...{ cause: null, citations: [], comment: null, milestones: [] },
  effective: ALWAYS,
  entry: 17,
  authority: { citation: 'FAR 9.406-2', office: 'GSA' },
  suspension: null,
  ...change,
});

/** An exclusion that says the same all the time that it holds; say only what the test is about. */
export const anExclusion = (
  change: Partial<ExclusionSegment> = {},
  waivers: readonly Waiver[] = [],
): KnownExclusion => {
  const segment = aBar(change);
  return { id: segment.exclusion, timeline: [segment], waivers };
};

/** A statute that bars articles to everybody, whoever sells them, and names no vendor. */
export const aProhibition = (
  articles: readonly CoveredArticle[],
  { scope, ...change }: Partial<Omit<ExclusionSegment, 'scope'>> & { scope?: Partial<Scope> } = {},
  waivers: readonly Waiver[] = [],
): KnownExclusion =>
  anExclusion(
    {
      vendor: null,
      kind: 'prohibition',
      basis: 'statute',
      effects: ['use'],
      authority: { citation: 'Pub. L. 115-91 s.1634', office: 'Congress' },
      ...change,
      scope: inPart({ articles, ...scope }),
    },
    waivers,
  );

/** Lets DHS buy whatever the exclusion covers, from anybody, in 2026. */
export const aWaiver = (change: Partial<Waiver> = {}): Waiver => ({
  id: idOf('d1'),
  exclusion: AN_EXCLUSION,
  agency: 'DHS',
  vendor: null,
  articles: [],
  effective: period('2026-01-01', '2027-01-01'),
  entry: 23,
  authority: { citation: 'Determination of 5 January 2026', office: 'DHS' },
  ...change,
});

/** What a vendor is to another, kept as its parent's subsidiary or its predecessor's successor; holds always. */
export const anAffiliation = (
  kind: Affiliation['kind'],
  vendor: string,
  other: string,
  change: Partial<Affiliation> = {},
): Affiliation => ({
  id: `${vendor} ${kind} ${other}`,
  ...{ kind, vendor, other, effective: ALWAYS, entry: 41 },
  ...change,
});

export const aRelative = (id: string, name: string, ...others: readonly string[]): Relative => ({
  ...{ id, name },
  names: [name, ...others].map((one) => aName(one)),
});
