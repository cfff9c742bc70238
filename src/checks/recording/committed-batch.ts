import type { Levels } from '../../history/domain/merkle';

/** A batch of checks that is committed: what its receipts are made of. */
export interface CommittedBatch {
  /** Its id (UUIDv7). */
  readonly id: string;
  /** The registry that issued it: its own absolute URI. */
  readonly issuer: string;
  /** What each check's receipt claims, as canonical bytes, in the order of the leaves. */
  readonly claims: readonly Buffer[];
  /** The leaf hash of each (32 bytes), in the same order. */
  readonly leaves: readonly Buffer[];
  /** The Merkle tree over the leaves. */
  readonly levels: Levels;
  /** Its root (32 bytes). */
  readonly root: Buffer;
}
