import { canonicalOf } from '../../checks/domain/check';
import { leafHashOf } from '../../history/domain/entry';

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
