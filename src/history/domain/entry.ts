import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Authority } from './authority';
import { toJson, type Json } from './json';

/** Every kind of change that the history records. Published and add-only. */
export const ENTRY_TYPES = [
  'registry.opened',
  'vendor.registered',
  'vendor.amended',
  'list.created',
  'list.amended',
  'proposal.made',
  'proposal.endorsed',
  'proposal.approved',
  'proposal.rejected',
  'proposal.withdrawn',
  'listing.listed',
  'listing.amended',
  'listing.renewed',
  'listing.removed',
  'listing.reinstated',
  'listing.suspended',
  'listing.suspension-confirmed',
  'exclusion.imposed',
  'exclusion.amended',
  'exclusion.ended',
  'exclusion.suspended',
  'exclusion.suspension-confirmed',
  'suspension.lapsed',
  'waiver.granted',
  'waiver.revoked',
  'milestone.reported',
  'proceeding.opened',
  'proceeding.notified',
  'proceeding.answered',
  'proceeding.decided',
  'affiliation.recorded',
  'affiliation.ended',
  'vendor.merged',
  'vendor.unmerged',
  'screening.decided',
  'caller.created',
  'caller.amended',
  'caller.disabled',
  'key.issued',
  'key.revoked',
  'checks.sealed',
] as const;

export type EntryType = (typeof ENTRY_TYPES)[number];

/** Who acted. People and clients stand in entries by their opaque id; `system` is the service's operator. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'client' | 'system';
  /** The person who answers for a client, or the person itself; null for clients of no one and the system. */
  readonly person: string | null;
}

/** One change, before it has a position. */
export interface EntryDraft {
  readonly type: EntryType;
  readonly actor: Actor;
  readonly authority?: Authority | undefined;
  readonly reason?: string | undefined;
  /** The vendors that it touches. */
  readonly vendors?: readonly string[];
  /** The list that it touches. */
  readonly list?: string | undefined;
  /** The exclusion that it touches. */
  readonly exclusion?: string | undefined;
  /** Position of the earlier entry that it corrects. */
  readonly corrects?: number | undefined;
  /** The proposal that it carries out, with the persons who proposed and approved it. */
  readonly proposal?:
    | {
        readonly id: string;
        readonly sha256: string;
        readonly proposedBy: string;
        readonly approvedBy: readonly string[];
      }
    | undefined;
  /** The state before: null where there was none. */
  readonly before: unknown;
  /** The state after: null where there is none. */
  readonly after: unknown;
}

/** One change as recorded. `canonical` is RFC 8785 JSON of the whole, `leafHash` its RFC 6962 leaf hash. */
export interface Entry {
  readonly position: number;
  readonly recordedAt: Date;
  readonly type: EntryType;
  readonly canonical: Buffer;
  readonly leafHash: Buffer;
}

/** Gives a draft its position and time, its canonical bytes and their hash. Pure. */
export function sealEntry(draft: EntryDraft, position: number, recordedAt: Date): Entry {
  const body = toJson({ ...draft, vendors: draft.vendors ?? [], position, recordedAt });
  const canonical = Buffer.from(canonicalize(body), 'utf8');
  return { position, recordedAt, type: draft.type, canonical, leafHash: leafHashOf(canonical) };
}

/** SHA-256 over 0x00 and the bytes. @source RFC 6962, section 2.1 */
export function leafHashOf(canonical: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(0x00)).update(canonical).digest();
}

/** The entry as it was recorded, read back from its canonical bytes. */
export function readCanonical(canonical: Buffer): Readonly<Record<string, Json>> {
  return JSON.parse(canonical.toString('utf8')) as Record<string, Json>;
}
