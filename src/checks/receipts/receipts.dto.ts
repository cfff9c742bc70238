import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import type { Told } from '../domain/check';
import { REASON_CODES, type ReasonCode } from '../domain/reason';
import type { ReceiptClaims } from '../domain/receipt-claims';
import type { ReceiptVerification } from './verify-receipt';

const Instant = (): PropertyDecorator => ApiProperty({ type: String, format: 'date-time' });

/** A receipt that is to be verified. */
export class VerifyReceiptDto {
  /** As it was given with the answer, of either form. */
  @IsString()
  readonly receipt!: string;
}

/** What a receipt says. */
export class ReceiptClaimsAnswer implements Told<ReceiptClaims> {
  /** Who answered: the registry's base URL. */
  readonly iss!: string;
  /** Id of the client or person that asked. */
  readonly aud!: string;
  /** Id of the check. */
  readonly jti!: string;
  /** Seconds since 1970 at which it was decided. */
  readonly iat!: number;
  /** Seconds since 1970 from which on it may not be relied on; `validUntil` tells the millisecond. */
  readonly exp!: number;
  readonly verdict!: 'ineligible' | 'review' | 'eligible';
  /** Codes of all reasons, gravest first, each once. */
  @ApiProperty({ enum: REASON_CODES, isArray: true })
  readonly reasons!: ReasonCode[];
  /** Id of the vendor that the verdict is about; null where that is not sure. */
  readonly vendor!: string | null;
  /** The instant of the purchase. */
  @Instant()
  readonly at!: string;
  @Instant()
  readonly validUntil!: string;
  /** The history position (number of entries) that it was decided at. */
  readonly position!: number;
  /** SHA-256 of the canonical request (RFC 8785), base64url. */
  readonly request!: string;
  /** SHA-256 of the canonical answer (RFC 8785) without its receipt, base64url. */
  readonly answer!: string;
}

/** What came of verifying a receipt. */
export class ReceiptVerificationAnswer implements ReceiptVerification {
  /** Whether it is genuine: signed by this registry, and unaltered to the last character. */
  readonly valid!: boolean;
  /** Whether its verdict may be relied on now: it is genuine, and `validUntil` is still to come. */
  readonly current!: boolean;
  /** The verdict of a genuine receipt; null of any other. "Eligible" is a permission only while `current`. */
  readonly verdict!: 'ineligible' | 'review' | 'eligible' | null;
  /** Why it is not genuine, in a sentence; null where it is. */
  readonly why!: string | null;
  /** How it is signed: with all checks of its batch, or by itself as a JWS; null where that can't be read. */
  readonly form!: 'batch' | 'jws' | null;
  /** RFC 7638 thumbprint of the key that it names; null where that can't be read. */
  readonly keyId!: string | null;
  /** What a genuine receipt says; null of any other. */
  readonly claims!: ReceiptClaimsAnswer | null;
  /**
   * Whether the registry has the check, and says the same of it: `agrees`, `differs` or `absent`. The latter two must
   * not be, and are for the auditor. null where the receipt is not genuine, or the caller may not read that check.
   */
  readonly recorded!: 'agrees' | 'differs' | 'absent' | null;
}
