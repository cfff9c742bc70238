import type { Period } from '../../clock/domain/period';
import type { Authority } from '../../history/domain/authority';
import type { AgencyGroup } from './agency';

/** Kinds of exclusion. A proposed debarment already excludes. @source FAR 9.403, 9.405(a); FAR 4.2303 */
export const EXCLUSION_KINDS = [
  'suspension',
  'proposed-debarment',
  'debarment',
  'voluntary-exclusion',
  'prohibition',
] as const;

export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

/** What a prohibition rests on. */
export const PROHIBITION_BASES = ['statute', 'directive', 'fascsa-order', 'agency-order'] as const;

export type ProhibitionBasis = (typeof PROHIBITION_BASES)[number];

/**
 * Whom an exclusion reaches besides the vendor that it names. `subsidiaries`: those that it controls, and theirs.
 * `common-control`: those as well, whoever controls it, and all that these control. `successors`: who took its place.
 * Several add up; `named-only` reaches nobody else.
 */
export const REACHES = ['named-only', 'subsidiaries', 'common-control', 'successors'] as const;

export type Reach = (typeof REACHES)[number];

/**
 * What an exclusion bars. `award` takes in solicitation. `use`: the thing may not be used, so that it may not be
 * bought at any stage.
 */
export const EFFECTS = ['award', 'option', 'modification', 'subcontract', 'use'] as const;

export type Effect = (typeof EFFECTS)[number];

/** Systems for which a purchase may be. @source FAR 4.2304(a)(1) */
export const SYSTEMS = ['general', 'national-security', 'sci'] as const;

export type System = (typeof SYSTEMS)[number];

/** Where a citation is to be looked up. */
export const EDITIONS = [
  'far',
  'far-overhaul',
  'statute',
  'cfr',
  'federal-register',
  'directive',
  'other',
] as const;

/** One rule by its number in one edition: the same rule may be cited by its old and its new number. */
export interface Citation {
  readonly edition: (typeof EDITIONS)[number];
  readonly citation: string;
}

/** A product, brand or service that is barred, whoever sells it. */
export interface CoveredArticle {
  readonly manufacturer: string;
  /** What it is called, or what it is ("modem"); null: everything of that manufacturer. */
  readonly product: string | null;
  /** Other names of the manufacturer or its brands. */
  readonly aliases: readonly string[];
}

/** What an exclusion covers. */
export interface Scope {
  /** The vendor as a whole. False: articles or categories only, "the entity is not itself excluded". */
  readonly whole: boolean;
  readonly articles: readonly CoveredArticle[];
  /** Codes of what is bought: only purchases in these are barred from the vendor. */
  readonly categories: readonly string[];
  /** Only what is bought for one of these uses; none: whatever the use. */
  readonly uses: readonly string[];
  /** Products and services of the vendor that it leaves free. */
  readonly exempt: readonly string[];
}

/** Whom an exclusion binds: whoever meets any of these. */
export interface Binding {
  readonly agencies: 'all' | readonly string[];
  readonly groups: readonly AgencyGroup[];
  /** Codes of lists: purchases under these contract vehicles, whoever makes them. */
  readonly vehicles: readonly string[];
  /** Purchases for these systems, whoever makes them. */
  readonly systems: readonly System[];
}

/** All agencies, whatever and however they buy. */
export const EVERYBODY: Binding = { agencies: 'all', groups: [], vehicles: [], systems: [] };

/** What an exclusion bars where nobody says otherwise: new business, whatever is in use already. */
export const NEW_BUSINESS: readonly Effect[] = ['award', 'option', 'modification', 'subcontract'];

/** Something that each bound agency has to have done by a day. */
export interface Milestone {
  readonly code: string;
  readonly title: string | null;
  /** The first instant at which it is overdue, RFC 3339. */
  readonly due: string;
}

/** What an exclusion says. */
export interface ExclusionTerms {
  readonly kind: ExclusionKind;
  /** Of a prohibition; null for all other kinds. */
  readonly basis: ProhibitionBasis | null;
  /** Code of the excluding agency. */
  readonly agency: string;
  /** The vendor that it names; null where it covers articles of several, or of nobody that is registered. */
  readonly vendor: string | null;
  readonly affiliates: readonly Reach[];
  readonly scope: Scope;
  readonly binds: Binding;
  readonly effects: readonly Effect[];
  /** Why, in the field's words. */
  readonly cause: string | null;
  readonly citations: readonly Citation[];
  /** Always shown with a verdict: it may say that the usual effect is not meant. */
  readonly comment: string | null;
  readonly milestones: readonly Milestone[];
}

/** One stretch of time in which an exclusion says the same. Never changed: a change makes new segments. */
export interface ExclusionSegment extends ExclusionTerms {
  /** UUIDv7 of the exclusion. */
  readonly exclusion: string;
  readonly effective: Period;
  /** Position of the entry that it rests on. */
  readonly entry: number;
  readonly authority: Authority;
  /** The suspension by one person that it is, and whether a second has confirmed it. */
  readonly suspension: { readonly id: string; readonly confirmed: boolean } | null;
}

/** All segments of one exclusion as known at one position, disjoint and in order of time. */
export type ExclusionTimeline = readonly ExclusionSegment[];

/** A dated exception to an exclusion, for one agency. Ends by itself. */
export interface Waiver {
  /** UUIDv7. */
  readonly id: string;
  readonly exclusion: string;
  /** Code of the agency that may buy. */
  readonly agency: string;
  /** The only vendor from whom; null: from anybody. */
  readonly vendor: string | null;
  /** The only articles; none: whatever the exclusion covers. */
  readonly articles: readonly CoveredArticle[];
  /** Its end is never null. */
  readonly effective: Period;
  readonly entry: number;
  readonly authority: Authority;
}

/** An exclusion with the waivers of it, as known at one position. */
export interface KnownExclusion {
  readonly id: string;
  readonly timeline: ExclusionTimeline;
  readonly waivers: readonly Waiver[];
}
