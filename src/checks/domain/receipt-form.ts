/**
 * How a receipt is signed. `batch`: a signature over the tree of all checks that were recorded together, and the check's
 * path to its root. `jws`: a signature of its own, as a compact JWS (RFC 7515).
 */
export const RECEIPT_FORMS = ['batch', 'jws'] as const;
export type ReceiptForm = (typeof RECEIPT_FORMS)[number];

const HEADERS = {
  batch: { alg: 'Ed25519-batch', typ: 'check-receipt+batch' },
  jws: { alg: 'EdDSA', typ: 'check-receipt+jwt' },
} as const satisfies Record<ReceiptForm, { alg: string; typ: string }>;

/** The header of a receipt, canonical (RFC 8785): of each form and key there is one, to the byte. */
export const headerOf = (form: ReceiptForm, kid: string): string =>
  `{"alg":"${HEADERS[form].alg}","kid":"${kid}","typ":"${HEADERS[form].typ}"}`;

/** Form and key of a header; undefined where it is the header of no receipt. */
export function readHeader(
  header: string,
): { readonly form: ReceiptForm; readonly kid: string } | undefined {
  const kid = /^\{"alg":"[\w-]+","kid":"([\w-]{43})"/.exec(header)?.[1];
  if (kid === undefined) return undefined;
  const form = RECEIPT_FORMS.find((one) => headerOf(one, kid) === header);
  return form && { form, kid };
}

/** What is signed of a batch. No JWS begins like it, so that one key may sign both. */
export const batchText = ({ id, size, root }: SignedBatch): Buffer =>
  Buffer.from(`check-batch\n${id}\n${size}\n${root.toString('base64')}\n`, 'utf8');

export interface SignedBatch {
  /** UUID, in lower case. */
  readonly id: string;
  /** Number of its checks. */
  readonly size: number;
  /** Root of the Merkle tree over their leaf hashes, 32 bytes. */
  readonly root: Buffer;
}

/** Where a check stands in its batch, and what shows it. */
export interface BatchProof {
  /** Id of the batch: UUID, in lower case. */
  readonly batch: string;
  /** Place of the check among those of its batch, from 0. */
  readonly index: number;
  /** Number of checks in the batch. */
  readonly size: number;
  /** Ed25519, over {@link batchText}; 64 bytes. */
  readonly signature: Buffer;
  /** Hashes of 32 bytes that lead from the check's leaf to the root, from the leaf's sibling up. */
  readonly path: readonly Buffer[];
}

const HASH = 32;
const SIGNATURE = 64;
const PLACE = { batch: 0, index: 16, size: 20, signature: 24, path: 24 + SIGNATURE } as const;

/**
 * What the proofs of all checks of a batch begin with: 16 bytes of batch id, index and size (each 4 bytes, big-endian), and
 * 64 bytes of signature. The index is still to come.
 */
export function proofHead({ batch, size, signature }: Omit<BatchProof, 'index' | 'path'>): Buffer {
  const head = Buffer.alloc(PLACE.path);
  head.write(batch.replaceAll('-', ''), PLACE.batch, 'hex');
  head.writeUInt32BE(size, PLACE.size);
  signature.copy(head, PLACE.signature);
  return head;
}

/** The proof of one check of a batch: what it begins with, and then the path. @param head of {@link proofHead} */
export function proofAt(head: Buffer, index: number, path: readonly Buffer[]): Buffer {
  const proof = Buffer.concat([head, ...path]);
  proof.writeUInt32BE(index, PLACE.index);
  return proof;
}

/** Undefined where the bytes are no proof. */
export function readProof(bytes: Buffer): BatchProof | undefined {
  const hashes = (bytes.length - PLACE.path) / HASH;
  if (hashes < 0 || !Number.isInteger(hashes)) return undefined;
  const path = Array.from({ length: hashes }, (_, at) =>
    bytes.subarray(PLACE.path + at * HASH, PLACE.path + (at + 1) * HASH),
  );
  return {
    batch: uuidOf(bytes.subarray(PLACE.batch, PLACE.index)),
    index: bytes.readUInt32BE(PLACE.index),
    size: bytes.readUInt32BE(PLACE.size),
    signature: bytes.subarray(PLACE.signature, PLACE.path),
    path,
  };
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
