import { canonicalOf, readCheck } from '../../checks/domain/check';
import {
  checkLeaf,
  claimBytes,
  claimsOf,
  type ReceiptClaims,
} from '../../checks/domain/receipt-claims';
import { leafHashOf } from '../../history/domain/entry';
import { rootFrom } from '../../history/domain/merkle';
import { batchLeaf, type SealedBatch } from './sealed-batch';
import { sealToldBy } from './seal-statement';

/** The place of a leaf in a Merkle tree: its 0-based index, and its path from its sibling up, in hexadecimal. */
export interface LeafPlace {
  readonly index: number;
  readonly path: readonly string[];
}

/** That a check stands in the history as it was answered. All hashes are SHA-256, in hexadecimal. */
export interface CheckProof {
  readonly check: {
    readonly id: string;
    /** Canonical JSON of the request and of the answer, as recorded. */
    readonly request: string;
    readonly answer: string;
    /** What a receipt says of the check; null where the answer can't be read. */
    readonly claims: ReceiptClaims | null;
    /** The leaf of the check's place, as its batch has it; null where the batch has no such place. */
    readonly leafHash: string | null;
  };
  /** null: the batch is gone. */
  readonly batch: (SealedBatch & LeafPlace) | null;
  /** The seal that the batch stands in; null: it is not sealed yet. */
  readonly seal:
    | (LeafPlace & {
        readonly number: number;
        /** Number of its batches, and of the checks in all of these. */
        readonly size: number;
        readonly checks: number;
        /** null: the seal's row is gone. */
        readonly root: string | null;
      })
    | null;
  /** The history entry of the seal; null: it is not sealed yet, or the entry is gone. */
  readonly entry: {
    readonly position: number;
    readonly leafHash: string;
    /** Canonical JSON of the entry. */
    readonly canonical: string;
  } | null;
}

/** Steps of a proof that can be verified from the proof alone, in their order. Published and add-only. */
export const PROOF_STEPS = ['claims', 'leaf', 'batch', 'seal', 'entry'] as const;

export type ProofStep = (typeof PROOF_STEPS)[number];

/**
 * The steps of a proof that do not hold, in their order; none where all hold. Pure, and needs nothing but the proof.
 *
 * `claims`: what is claimed follows from the answer and the request. `leaf`: the hash of the claims is the leaf in the
 * batch. `batch`: the leaf and its path lead to the batch's root, and the batch stood at the check's position. `seal`:
 * the batch and its path lead to the seal's root. `entry`: the history entry says so of the seal.
 *
 * Where `seal` is null the check is in no seal yet, and nothing is said of the last two. That the entry is one of the
 * registry's history must be seen elsewhere, by its leaf hash.
 */
export function verifyCheckProof(proof: CheckProof): ProofStep[] {
  return PROOF_STEPS.filter((step) => !HOLDS[step](proof));
}

const HOLDS: Readonly<Record<ProofStep, (proof: CheckProof) => boolean>> = {
  claims: ({ check, batch }) => {
    const told = batch && claimsToldBy(check, batch.issuer);
    if (!told || !check.claims) return false;
    return told.jti === check.id && claimBytes(told).equals(canonicalOf(check.claims));
  },
  leaf: ({ check: { claims, leafHash } }) =>
    claims !== null && checkLeaf(canonicalOf(claims)).toString('hex') === leafHash,
  batch: ({ check: { claims, leafHash }, batch }) =>
    batch !== null &&
    leafHash !== null &&
    leadsTo(batch.root, Buffer.from(leafHash, 'hex'), batch) &&
    claims?.position === batch.position,
  seal: ({ batch, seal }) =>
    seal === null || (batch !== null && leadsTo(seal.root, batchLeaf(batch), seal)),
  entry: ({ seal, entry }) => (seal === null ? entry === null : isOfSeal(entry, seal)),
};

/** What a receipt says of a check with that answer; undefined where it can't be read as one. */
export function claimsToldBy(
  { request, answer }: { readonly request: string | Buffer; readonly answer: string | Buffer },
  issuer: string,
): ReceiptClaims | undefined {
  const bytes = { request: bytesOf(request), answer: bytesOf(answer) };
  try {
    return claimsOf(readCheck(bytes.answer), bytes, issuer);
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string | Buffer): Buffer =>
  typeof text === 'string' ? Buffer.from(text, 'utf8') : text;

function leadsTo(
  root: string | null,
  leaf: Buffer,
  { index, size, path }: LeafPlace & { readonly size: number },
): boolean {
  const hashes = path.map((hash) => Buffer.from(hash, 'hex'));
  return rootFrom(leaf, index, size, hashes)?.toString('hex') === root;
}

function isOfSeal(
  entry: CheckProof['entry'],
  { number, size, checks, root }: NonNullable<CheckProof['seal']>,
): boolean {
  if (!entry) return false;
  const canonical = Buffer.from(entry.canonical, 'utf8');
  const told = sealToldBy(canonical);
  if (told?.position !== entry.position) return false;
  const isTold = told.number === number && told.batches === size && told.checks === checks;
  return isTold && told.root === root && leafHashOf(canonical).toString('hex') === entry.leafHash;
}
