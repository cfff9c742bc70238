/**
 * Verifies a receipt of an approved-vendor registry, offline. Copy this file; it needs Node.js and nothing else.
 *
 *     node verify-receipt.ts receipt.txt jwks.json
 *
 * (Node.js 23.6 or newer runs it as it is; an older one with a TypeScript loader.) `jwks.json` is what the registry
 * publishes at /.well-known/jwks.json; fetch it once over TLS, and keep it. Prints what came of it as JSON, and ends with
 * 0: genuine, and to be relied on now, whatever its verdict; 1: not genuine; 3: genuine, but its time is over.
 */
import { createHash, createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a receipt says. */
export interface Claims {
  /** Who answered: the registry's base URL. */
  readonly iss: string;
  /** Id of the client or person that asked. */
  readonly aud: string;
  /** Id of the check. */
  readonly jti: string;
  /** Seconds since 1970: when it was decided, and from when on it may not be relied on. */
  readonly iat: number;
  readonly exp: number;
  readonly verdict: 'eligible' | 'ineligible' | 'review';
  readonly reasons: readonly string[];
  readonly vendor: string | null;
  /** The instant of the purchase. */
  readonly at: string;
  /** "Eligible" is a permission only before this instant. */
  readonly validUntil: string;
  /** Number of entries of the history that it was decided at. */
  readonly position: number;
  /** SHA-256 of the canonical request and of the canonical answer, base64url. */
  readonly request: string;
  readonly answer: string;
}

export class NotGenuine extends Error {}

/** What a receipt says. @throws {NotGenuine} unless it is signed with one of the keys, and unaltered */
export function verifyReceipt(receipt: string, jwks: { readonly keys: JsonWebKey[] }): Claims {
  const texts = receipt.split('.');
  const [header, claims, proof, ...more] = texts.map(decode);
  if (!header || !claims || !proof || more.length > 0) throw new NotGenuine('not three parts');
  for (const key of jwks.keys.filter(({ crv }) => crv === 'Ed25519')) {
    const kid = thumbprintOf(key);
    const isHeader = (alg: string, typ: string): boolean =>
      header.toString() === `{"alg":"${alg}","kid":"${kid}","typ":"${typ}"}`;
    if (isHeader('EdDSA', 'check-receipt+jwt')) {
      requireSignature(Buffer.from(texts.slice(0, 2).join('.')), proof, key);
    } else if (isHeader('Ed25519-batch', 'check-receipt+batch')) {
      requireSignature(batchText(claims, proof), proof.subarray(24, 88), key);
    } else continue;
    return JSON.parse(claims.toString()) as Claims;
  }
  throw new NotGenuine('not the header of a receipt, or not a key of this registry');
}

/** One text only stands for the same bytes: another is an altered receipt. */
function decode(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new NotGenuine('not base64url');
  return bytes;
}

/** RFC 7638 */
const thumbprintOf = ({ x }: JsonWebKey): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');

function requireSignature(text: Buffer, signature: Buffer, jwk: JsonWebKey): void {
  const key: KeyObject = createPublicKey({ key: jwk, format: 'jwk' });
  if (!verify(null, text, key, signature)) throw new NotGenuine('the signature does not hold');
}

/**
 * What is signed of a batch: its id, size and root. A proof is 16 bytes of batch id, the check's place and the batch's size
 * in 4 bytes each, 64 bytes of signature, and the hashes that lead from the check to the root.
 */
function batchText(claims: Buffer, proof: Buffer): Buffer {
  if (proof.length < 88 || (proof.length - 88) % 32 !== 0) throw new NotGenuine('not a proof');
  const id = proof
    .toString('hex', 0, 16)
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  const [place, size] = [proof.readUInt32BE(16), proof.readUInt32BE(20)];
  if (place >= size) throw new NotGenuine('no such place in the batch');
  const path = proof.subarray(88).toString('hex').match(/.{64}/g) ?? [];
  const siblings = path.map((hash) => Buffer.from(hash, 'hex'));
  const root = rootFrom(sha256(Buffer.of(0), claims), place, size, siblings);
  return Buffer.from(`check-batch\n${id}\n${size}\n${root.toString('base64')}\n`);
}

/** Climbs from a leaf to the root of its tree (RFC 6962); the last of an odd number goes up as it is. */
function rootFrom(leaf: Buffer, index: number, size: number, siblings: Buffer[]): Buffer {
  let [hash, place, width] = [leaf, index, size];
  for (; width > 1; [place, width] = [Math.floor(place / 2), Math.ceil(width / 2)]) {
    const isRight = place % 2 === 1;
    if (!isRight && place + 1 === width) continue;
    const sibling = siblings.shift();
    if (!sibling) throw new NotGenuine('the path is too short');
    hash = isRight ? sha256(Buffer.of(1), sibling, hash) : sha256(Buffer.of(1), hash, sibling);
  }
  if (siblings.length > 0) throw new NotGenuine('the path is too long');
  return hash;
}

const sha256 = (...parts: Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

function main(receiptFile: string, keysFile: string): void {
  const receipt = readFileSync(receiptFile, 'utf8').trim();
  const jwks = JSON.parse(readFileSync(keysFile, 'utf8')) as { keys: JsonWebKey[] };
  try {
    const claims = verifyReceipt(receipt, jwks);
    const current = Date.now() < Date.parse(claims.validUntil);
    console.log(JSON.stringify({ valid: true, current, claims }));
    process.exitCode = current ? 0 : 3;
  } catch (error) {
    if (!(error instanceof NotGenuine)) throw error;
    console.log(JSON.stringify({ valid: false, current: false, why: error.message }));
    process.exitCode = 1;
  }
}

const [, program = '', receiptFile = '', keysFile = ''] = process.argv;
if (program.endsWith('verify-receipt.ts')) main(receiptFile, keysFile);
