import { createHash } from 'node:crypto';
import { readCanonical } from '../../history/domain/entry';
import type { Json } from '../../history/domain/json';
import { rootOf } from '../../history/domain/merkle';
import { batchLeaf, type SealedBatch } from './sealed-batch';

/** What the history says of a seal: the `after` of its entry. */
export interface SealStatement {
  /** 0-based, without gaps. */
  readonly number: number;
  /** Number of its batches. */
  readonly batches: number;
  /** Number of the checks in all its batches. */
  readonly checks: number;
  /** Ids of its first and its last batch, in order of ids. */
  readonly firstBatch: string;
  readonly lastBatch: string;
  /** Root of the tree of its batches, in hexadecimal. */
  readonly root: string;
  /** SHA-256 of the canonical bytes of the entry of the seal before, in hexadecimal; null for the first. */
  readonly previous: string | null;
}

/**
 * Seals batches.
 *
 * @param batches in order of their ids, at least one
 * @param before number and canonical entry of the seal before; undefined where there is none
 */
export function formSeal(
  batches: readonly SealedBatch[],
  before: { readonly number: number; readonly canonical: Buffer } | undefined,
): SealStatement {
  const [first, last] = [batches[0], batches.at(-1)];
  if (!first || !last) throw new Error('A seal is of one batch or more.');
  return {
    number: before ? before.number + 1 : 0,
    batches: batches.length,
    checks: batches.reduce((sum, { size }) => sum + size, 0),
    ...{ firstBatch: first.id, lastBatch: last.id },
    root: rootOf(batches.map(batchLeaf)).toString('hex'),
    previous: before ? digestOfEntry(before.canonical) : null,
  };
}

/** How a seal names the entry of the one before. */
export const digestOfEntry = (canonical: Buffer): string =>
  createHash('sha256').update(canonical).digest('hex');

/** What an entry says of a seal; undefined where it is not one of a seal, or can't be read. */
export function sealToldBy(canonical: Buffer): (SealStatement & EntryPlace) | undefined {
  const { type, position, after } = readOrNothing(canonical);
  if (type !== 'checks.sealed' || typeof position !== 'number') return undefined;
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return undefined;
  return { ...(after as unknown as SealStatement), position };
}

interface EntryPlace {
  /** Position of the entry, as it says itself. */
  readonly position: number;
}

function readOrNothing(canonical: Buffer): Readonly<Record<string, Json>> {
  try {
    // What is not an object has no members either.
    return Object(readCanonical(canonical)) as Record<string, Json>;
  } catch {
    return {};
  }
}
