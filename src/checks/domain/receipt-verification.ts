import { verify, type KeyObject } from 'node:crypto';
import { rootFrom } from '../../history/domain/merkle';
import { checkLeaf, type ReceiptClaims } from './receipt-claims';
import { batchText, readHeader, readProof, type ReceiptForm } from './receipt-form';

/** What came of verifying a receipt. What one says that is not genuine is not told: nobody said it. */
export type VerifiedReceipt =
  | {
      readonly valid: true;
      readonly form: ReceiptForm;
      /** RFC 7638 thumbprint of the key that signed it. */
      readonly keyId: string;
      readonly claims: ReceiptClaims;
    }
  | {
      readonly valid: false;
      /** A sentence for a person. */
      readonly why: string;
      /** null where not even that can be read. */
      readonly form: ReceiptForm | null;
      readonly keyId: string | null;
    };

const MOST_CHARACTERS = 16_384;

/**
 * Whether a receipt is genuine: signed with one of the keys, and unaltered to the last character. Pure.
 *
 * Genuine is not enough to rely on it: its verdict holds only until its `validUntil`; see {@link isCurrent}.
 *
 * @param keys public keys by their RFC 7638 thumbprint
 */
export function verifyReceipt(
  receipt: string,
  keys: ReadonlyMap<string, KeyObject>,
): VerifiedReceipt {
  const parts = readParts(receipt);
  if (typeof parts === 'string') return { valid: false, why: parts, form: null, keyId: null };
  const read = readHeader(parts.header.toString('utf8'));
  if (!read) return { valid: false, why: NO_HEADER, form: null, keyId: null };
  const { form, kid: keyId } = read;
  const key = keys.get(keyId);
  const why = key ? WHY_NOT[form](parts, key) : UNKNOWN_KEY;
  const claims = why === undefined ? readClaims(parts.claims) : why;
  return typeof claims === 'string'
    ? { valid: false, why: claims, form, keyId }
    : { valid: true, form, keyId, claims };
}

/** Whether what a receipt says may still be relied on: `validUntil` itself is too late. */
export const isCurrent = ({ validUntil }: ReceiptClaims, now: Date): boolean =>
  now.getTime() < Date.parse(validUntil);

const NO_PARTS = 'It is no receipt: a receipt is three parts in base64url, joined by dots.';
const NO_HEADER = 'Its first part is not the header of a receipt.';
const UNKNOWN_KEY = 'It names a key that is not among those that sign receipts.';
const NO_PROOF = 'Its third part is not the proof of a receipt.';
const NO_PLACE = 'Its path does not fit its place in the batch.';
const NO_SIGNATURE =
  'Its signature does not hold: it was altered, or was never signed with the key that it names.';
const NO_CLAIMS = 'It is signed, but does not say what a receipt says.';

interface Parts {
  readonly header: Buffer;
  readonly claims: Buffer;
  readonly proof: Buffer;
  /** The first two parts as they stand, which is what a JWS signs. */
  readonly signed: Buffer;
}

function readParts(receipt: string): Parts | string {
  if (receipt.length > MOST_CHARACTERS) return NO_PARTS;
  const texts = receipt.split('.');
  const parts = texts.map((text) => Buffer.from(text, 'base64url'));
  // Node.js reads past what is no base64url, and some texts stand for the same bytes: only one of them is a receipt.
  const isExact = parts.every((part, index) => part.toString('base64url') === texts[index]);
  const [header, claims, proof, ...more] = parts;
  if (!isExact || !header || !claims || !proof || more.length > 0) return NO_PARTS;
  return { header, claims, proof, signed: Buffer.from(texts.slice(0, 2).join('.'), 'utf8') };
}

/** Why a receipt of a form is not genuine; undefined where it is. */
const WHY_NOT: Record<ReceiptForm, (parts: Parts, key: KeyObject) => string | undefined> = {
  batch: ({ claims, proof }, key) => {
    const read = readProof(proof);
    if (!read) return NO_PROOF;
    const { batch: id, index, size, path, signature } = read;
    const root = rootFrom(checkLeaf(claims), index, size, path);
    if (!root) return NO_PLACE;
    return verify(null, batchText({ id, size, root }), key, signature) ? undefined : NO_SIGNATURE;
  },
  jws: ({ signed, proof }, key) => (verify(null, signed, key, proof) ? undefined : NO_SIGNATURE),
};

function readClaims(bytes: Buffer): ReceiptClaims | string {
  try {
    const claims = JSON.parse(bytes.toString('utf8')) as unknown;
    return isClaims(claims) ? claims : NO_CLAIMS;
  } catch {
    // Only what is signed comes here; whatever else the key signed, it was no receipt.
    return NO_CLAIMS;
  }
}

const TEXTS = ['iss', 'aud', 'jti', 'verdict', 'at', 'validUntil', 'request', 'answer'] as const;

function isClaims(claims: unknown): claims is ReceiptClaims {
  if (typeof claims !== 'object' || claims === null) return false;
  const said = claims as Record<string, unknown>;
  return (
    TEXTS.every((name) => typeof said[name] === 'string') &&
    !Number.isNaN(Date.parse(String(said['validUntil'])))
  );
}
