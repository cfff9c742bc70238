import { v7 } from 'uuid';
import { levelsOf, rootIn } from '../../history/domain/merkle';
import { canonicalOf, readCheck, type RecordedCheck } from '../domain/check';
import { checkLeaf, claimBytes, claimsOf } from '../domain/receipt-claims';
import type { CommittedBatch } from './committed-batch';
import type { MadeCheck } from './decide-check';

/** Checks that are recorded together, all decided at one position. */
export interface Batch extends CommittedBatch {
  readonly position: number;
  /** Each check as it reads back from its bytes, which is what may be answered once the batch is committed. */
  readonly checks: readonly RecordedCheck[];
  readonly made: readonly MadeCheck[];
  /** Canonical bytes of each request and each answer. */
  readonly requests: readonly Buffer[];
  readonly answers: readonly Buffer[];
}

/**
 * Puts checks together, under a new id.
 *
 * @param made at least one
 * @param issuer the registry's own absolute URI
 */
export function batchOf(made: readonly MadeCheck[], position: number, issuer: string): Batch {
  const requests = made.map(({ request }) => canonicalOf(request));
  const answers = made.map(({ check }) => canonicalOf(check));
  const checks = answers.map(readCheck);
  const claims = checks.map((check, index) =>
    claimBytes(claimsOf(check, bytesAt(index, requests, answers), issuer)),
  );
  const leaves = claims.map(checkLeaf);
  const levels = levelsOf(leaves);
  const told = { id: v7(), issuer, claims, leaves, levels, root: rootIn(levels) };
  return { ...told, position, checks, made, requests, answers };
}

function bytesAt(
  index: number,
  requests: readonly Buffer[],
  answers: readonly Buffer[],
): { readonly request: Buffer; readonly answer: Buffer } {
  const [request, answer] = [requests[index], answers[index]];
  if (!request || !answer) throw new Error('A check has no bytes.');
  return { request, answer };
}
