import { hash } from 'node:crypto';
import { leafHashOf } from '../../history/domain/entry';
import { canonicalOf, type RecordedCheck } from './check';
import type { ReasonCode } from './reason';
import type { Verdict } from './verdict';

/** What a receipt says of a check. Follows from the check's record alone, so that it can be told again at any time. */
export interface ReceiptClaims {
  /** Who answered: the registry's base URL. */
  readonly iss: string;
  /** Id of the client or person that asked. */
  readonly aud: string;
  /** Id of the check. */
  readonly jti: string;
  /** Seconds since 1970 at which it was decided. */
  readonly iat: number;
  /** Seconds since 1970 from which on it may not be relied on; `validUntil` tells the millisecond. */
  readonly exp: number;
  readonly verdict: Verdict;
  /** Codes of all reasons, gravest first, each once. */
  readonly reasons: readonly ReasonCode[];
  /** Id of the vendor that the verdict is about; null where that is not sure. */
  readonly vendor: string | null;
  /** The instant of the purchase. */
  readonly at: string;
  readonly validUntil: string;
  /** Size of the history (number of entries) that it was decided at. */
  readonly position: number;
  /** SHA-256 of the canonical request (RFC 8785), base64url. */
  readonly request: string;
  /** SHA-256 of the canonical answer (RFC 8785) without its receipt, base64url. */
  readonly answer: string;
}

/** @param request canonical bytes of the request; @param answer those of the answer */
export function claimsOf(
  check: RecordedCheck,
  { request, answer }: { readonly request: Buffer; readonly answer: Buffer },
  issuer: string,
): ReceiptClaims {
  const { id, verdict, reasons, vendor, at, decidedAt, validUntil, position, askedBy } = check;
  return {
    ...{ iss: issuer, aud: askedBy.id, jti: id },
    ...{ iat: secondsOf(decidedAt), exp: secondsOf(validUntil) },
    ...{ verdict, reasons: [...new Set(reasons.map(({ code }) => code))] },
    ...{ vendor: vendor?.id ?? null, at, validUntil, position },
    ...{ request: digestOf(request), answer: digestOf(answer) },
  };
}

/** The bytes of which a receipt's signature or its tree speaks. */
export const claimBytes = (claims: ReceiptClaims): Buffer => canonicalOf(claims);

/** The hash by which a check stands in its batch's tree. */
export const checkLeaf = (claims: Buffer): Buffer => leafHashOf(claims);

const digestOf = (bytes: Buffer): string => hash('sha256', bytes, 'base64url');

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
