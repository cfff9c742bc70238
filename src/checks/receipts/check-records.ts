import type { EntityManager } from 'typeorm';
import { readCheck, type RecordedCheck } from '../domain/check';
import { checkLeaf, claimBytes, claimsOf } from '../domain/receipt-claims';
import type { ToldAgain } from './receipt-issuer';

/** A check as it is kept. */
export interface CheckRecord {
  readonly check: RecordedCheck;
  /** Canonical bytes of the request and of the answer. */
  readonly request: Buffer;
  readonly answer: Buffer;
  /** Code of the agency whose caller asked. */
  readonly agency: string;
  /** null: it was recorded before there were batches. */
  readonly place: BatchPlace | null;
}

/** A batch, and a check's place in it. */
interface BatchPlace {
  readonly id: string;
  readonly issuer: string;
  /** Leaf hashes of all its checks, one after the other; 32 bytes each. */
  readonly leaves: Buffer;
  readonly root: Buffer;
  readonly index: number;
}

interface Row {
  readonly request: Buffer;
  readonly answer: Buffer;
  readonly agency: string;
  readonly batch_id: string | null;
  readonly issuer: string | null;
  readonly leaves: Buffer | null;
  readonly root: Buffer | null;
  readonly leaf: number | null;
}

/** Recorded checks with the batches that they were recorded in. */
export class CheckRecords {
  constructor(private readonly tx: EntityManager) {}

  /** @param readableBy only a check by a caller of this agency; null: by anyone */
  async find(id: string, readableBy: string | null): Promise<CheckRecord | undefined> {
    const [row] = await this.tx.query<Row[]>(
      `SELECT c.request, c.answer, c.agency, c.batch_id, b.issuer, b.leaves, b.root, c.leaf
       FROM purchase_check c LEFT JOIN check_batch b ON b.id = c.batch_id
       WHERE c.id = $1 AND ($2::text IS NULL OR c.agency = $2)`,
      [id, readableBy],
    );
    return row && recordOf(row);
  }
}

function recordOf(row: Row): CheckRecord {
  const { request, answer, agency } = row;
  return { check: readCheck(answer), request, answer, agency, place: placeOf(row) };
}

function placeOf({ batch_id: id, issuer, leaves, root, leaf: index }: Row): BatchPlace | null {
  if (id === null) return null;
  if (issuer === null || leaves === null || root === null || index === null) {
    throw new Error(`A check is recorded in a batch ${id} that there is no record of.`);
  }
  return { id, issuer, leaves, root, index };
}

const HASH = 32;

/** What a record says now, for its receipt; undefined for a check that has none. */
export function tellAgain({ check, request, answer, place }: CheckRecord): ToldAgain | undefined {
  if (!place) return undefined;
  const { id, issuer, leaves: bytes, root, index } = place;
  const claims = claimBytes(claimsOf(check, { request, answer }, issuer));
  const leaves = Array.from({ length: bytes.length / HASH }, (_, at) =>
    bytes.subarray(at * HASH, (at + 1) * HASH),
  );
  return { batch: { id, leaves, root }, index, claims, leaf: checkLeaf(claims) };
}
