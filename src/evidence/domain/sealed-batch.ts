import { canonicalOf } from '../../checks/domain/check';
import { leafHashOf } from '../../history/domain/entry';
import { rootOf } from '../../history/domain/merkle';

/** What a seal says of one batch of checks. All hashes are SHA-256, in hexadecimal. */
export interface SealedBatch {
  /** UUIDv7. */
  readonly id: string;
  /** Who answered: the registry's base URL, as the claims of its checks name it. */
  readonly issuer: string;
  /** The history position (number of entries) that its checks were decided at. */
  readonly position: number;
  /** When it was recorded, by the database's clock: RFC 3339 in UTC, to the microsecond. */
  readonly recordedAt: string;
  /** Number of its checks. */
  readonly size: number;
  /** Root of the tree of its checks. */
  readonly root: string;
}

/** The hash by which a batch stands in its seal's tree: over the canonical JSON of exactly these members. */
export function batchLeaf({ id, issuer, position, recordedAt, size, root }: SealedBatch): Buffer {
  return leafHashOf(canonicalOf({ id, issuer, position, recordedAt, size, root }));
}

/** The leaf hashes of a batch's checks. @param leaves 32 bytes each, one after the other */
export const leavesOf = (leaves: Buffer): Buffer[] =>
  Array.from({ length: leaves.length / 32 }, (_, index) =>
    leaves.subarray(index * 32, index * 32 + 32),
  );

/** Whether the root of a batch is that of its leaves. */
export function isOfItsLeaves({ leaves, root }: { leaves: Buffer; root: string }): boolean {
  return leaves.length > 0 && rootOf(leavesOf(leaves)).toString('hex') === root;
}
