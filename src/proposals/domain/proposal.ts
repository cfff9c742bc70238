import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Authority } from '../../history/domain/authority';
import { toJson } from '../../history/domain/json';
import { ProposalAltered, ProposalDecided, SamePerson } from './errors';

/** The vendor's notice of a removal or suspension. */
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

/** What a proposal says, and what its digest binds. */
export type ProposalContent = (ListChange | StandingChange | ImportChange) & Reasoned;

export type ProposalState = 'pending' | 'approved' | 'rejected' | 'withdrawn';

/** A change that waits for a second person, or has been decided. */
export interface Proposal {
  /** UUIDv7. */
  readonly id: string;
  readonly state: ProposalState;
  readonly content: ProposalContent;
  /** SHA-256 of the canonical content, lower-case hexadecimal. */
  readonly sha256: string;
  /** Vendors known at the time that it touches. */
  readonly vendors: readonly string[];
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
