import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { CoveredArticle, ExclusionTerms } from '../../exclusions/domain/exclusion';
import type { Authority } from '../../history/domain/authority';
import { toJson } from '../../history/domain/json';
import type { Violation } from '../../problems/registry-error';
import { ProposalAltered, ProposalDecided, SamePerson } from './errors';
import type { Impact } from './impact';
import type { MatchChange } from './match-change';

/** The vendor's notice of a removal, a suspension or a proposed debarment. */
export interface Notice {
  /** When it was sent, RFC 3339. */
  readonly sentAt: string;
  /** How: "certified mail", "e-mail". */
  readonly method: string;
  /** Until when the vendor may answer, RFC 3339. */
  readonly answerDue?: string | undefined;
}

interface Reasoned {
  readonly authority: Authority;
  readonly reason: string;
  /** Position of the entry that the change corrects. */
  readonly corrects?: number | undefined;
}

/** Times are RFC 3339. `effectiveFrom` null: from the approval on. `effectiveTo` null: until ended; absent: by term or policy. */
export interface ListChange {
  readonly action: 'list';
  readonly vendor: string;
  readonly list: string;
  readonly contractNumber: string | null;
  readonly categories: readonly string[];
  readonly effectiveFrom: string | null;
  readonly effectiveTo?: string | null | undefined;
}

/** A change of listings that stand, or stood: all of the vendor's on the list, or the one that is named. */
export interface StandingChange {
  readonly action: 'amend-listing' | 'renew' | 'remove' | 'reinstate';
  readonly vendor: string;
  readonly list: string;
  readonly listing?: string | undefined;
  readonly contractNumber?: string | null | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly effectiveFrom: string | null;
  readonly effectiveTo?: string | null | undefined;
  readonly notice?: Notice | undefined;
}

/** A vendor that an import registers when it is approved. */
export interface ImportedVendor {
  readonly name: string;
  readonly country: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** One row of an import: a listing of a vendor that is known by id, or of one to be registered. */
export interface ImportedListing {
  readonly vendor: string | ImportedVendor;
  readonly contractNumber: string | null;
  readonly categories: readonly string[];
  readonly effectiveFrom: string | null;
  readonly effectiveTo?: string | null | undefined;
}

/** Many new listings on one list, approved as one. Rows with equal new vendors mean the same vendor. */
export interface ImportChange {
  readonly action: 'import';
  readonly list: string;
  readonly listings: readonly ImportedListing[];
}

/** A new exclusion. Of a milestone, times are RFC 3339 as well. */
export interface ExcludeChange {
  readonly action: 'exclude';
  readonly exclusion: ExclusionTerms;
  readonly effectiveFrom: string | null;
  /** null: indefinite. */
  readonly effectiveTo: string | null;
  /** Of a suspension or a proposed debarment. */
  readonly notice?: Notice | undefined;
}

/** From when on an exclusion says something else. What is absent stays. */
export interface ExclusionAmendment {
  readonly action: 'amend-exclusion';
  readonly exclusion: string;
  readonly terms: Partial<Omit<ExclusionTerms, 'vendor'>>;
  readonly effectiveFrom: string | null;
  /** The new end of the exclusion; null: indefinite; absent: as it was. */
  readonly effectiveTo?: string | null | undefined;
}

/** From when on an exclusion bars nothing. */
export interface ExclusionEnd {
  readonly action: 'end-exclusion';
  readonly exclusion: string;
  readonly effectiveFrom: string | null;
}

/** A dated exception to an exclusion. */
export interface WaiveChange {
  readonly action: 'waive';
  readonly exclusion: string;
  readonly agency: string;
  readonly vendor: string | null;
  readonly articles: readonly CoveredArticle[];
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string;
}

/** From when on a waiver excepts nothing. */
export interface WaiverRevocation {
  readonly action: 'revoke-waiver';
  readonly waiver: string;
  readonly effectiveFrom: string | null;
}

/** Two vendors turn out to be one, which is known as `vendor` from now on; or turn out not to be. */
export interface MergeChange {
  readonly action: 'merge-vendors' | 'unmerge-vendors';
  readonly vendor: string;
  readonly duplicate: string;
}

/** From when on two vendors belong together no more. Whoever says that they do tightens; this loosens. */
export interface AffiliationEnd {
  readonly action: 'end-affiliation';
  readonly affiliation: string;
  readonly effectiveFrom: string | null;
}

/** Changes of approved lists. */
export type ListContent = (ListChange | StandingChange | ImportChange) & Reasoned;

/** Changes of exclusions and their waivers. */
export type ExclusionContent = (
  ExcludeChange | ExclusionAmendment | ExclusionEnd | WaiveChange | WaiverRevocation
) &
  Reasoned;

/** Changes of who is who, and who belongs to whom. */
export type VendorContent = (MergeChange | AffiliationEnd) & Reasoned;

/** What is found of pairs that may be one. */
export type ScreeningContent = MatchChange & Reasoned;

/** What a proposal says, and what its digest binds. */
export type ProposalContent = ListContent | ExclusionContent | VendorContent | ScreeningContent;

/** Which part of the registry a change is about. */
export type ContentFamily = 'lists' | 'exclusions' | 'vendors' | 'screening';

const FAMILY_OF = {
  list: 'lists',
  'amend-listing': 'lists',
  renew: 'lists',
  remove: 'lists',
  reinstate: 'lists',
  import: 'lists',
  exclude: 'exclusions',
  'amend-exclusion': 'exclusions',
  'end-exclusion': 'exclusions',
  waive: 'exclusions',
  'revoke-waiver': 'exclusions',
  'merge-vendors': 'vendors',
  'unmerge-vendors': 'vendors',
  'end-affiliation': 'vendors',
  'decide-match': 'screening',
} as const satisfies Record<ProposalContent['action'], ContentFamily>;

export const isListContent = (content: ProposalContent): content is ListContent =>
  FAMILY_OF[content.action] === 'lists';

export const isExclusionContent = (content: ProposalContent): content is ExclusionContent =>
  FAMILY_OF[content.action] === 'exclusions';

export const isScreeningContent = (content: ProposalContent): content is ScreeningContent =>
  FAMILY_OF[content.action] === 'screening';

export type ProposalState = 'pending' | 'approved' | 'rejected' | 'withdrawn';

/** A change that waits for a second person, or has been decided. */
export interface Proposal {
  /** UUIDv7. */
  readonly id: string;
  readonly state: ProposalState;
  readonly content: ProposalContent;
  /** SHA-256 of the canonical content, lower-case hexadecimal. */
  readonly sha256: string;
  /** Code of the list that is to change; null where none is. */
  readonly list: string | null;
  /** Id of the exclusion that is to change, or that it made; null where there is none, or none as yet. */
  readonly exclusion: string | null;
  /** Vendors known at the time that it touches. */
  readonly vendors: readonly string[];
  /** What is unusual about it, such as a suspension of over a year. */
  readonly warnings: readonly Violation[];
  /** What it would have changed, as counted when it was made; null where that was not counted. */
  readonly impact: Impact | null;
  /** Persons who must approve, the proposer not counted. */
  readonly approvalsNeeded: number;
  /** Persons who have approved. */
  readonly approvedBy: readonly string[];
  /** Position of the entry that recorded it; facts that changed since make it stale. */
  readonly basis: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** Positions of the entries that carried it out. */
  readonly entries: readonly number[];
}

/** The content's canonical bytes (RFC 8785) and their SHA-256. */
export function digestOf(content: ProposalContent): { canonical: Buffer; sha256: string } {
  const canonical = Buffer.from(canonicalize(toJson(content)), 'utf8');
  return { canonical, sha256: createHash('sha256').update(canonical).digest('hex') };
}

/** @throws {ProposalDecided} unless the proposal waits */
export function requirePending({ id, state }: Proposal): void {
  if (state !== 'pending') throw new ProposalDecided(id, state);
}

/**
 * Refuses an approval by someone who may not give it, or of something else than was read.
 *
 * @throws {ProposalDecided} when it no longer waits
 * @throws {SamePerson} when the person proposed it or has approved it
 * @throws {ProposalAltered} when the digest is another
 */
export function requireApprovable(proposal: Proposal, person: string, sha256: string): void {
  requirePending(proposal);
  if (person === proposal.proposedBy) throw new SamePerson('proposed this change');
  if (proposal.approvedBy.includes(person)) throw new SamePerson('approved this change');
  // Of what is stored, too: it must be what was digested when it was proposed.
  const stored = digestOf(proposal.content).sha256;
  if (sha256 !== proposal.sha256 || sha256 !== stored) throw new ProposalAltered(proposal.id);
}
