import { IsInstant, IsText, MayBeAbsent } from '../http/validators';
import type { RegisteredKey } from './api-keys';

/** A key to be issued. */
export class IssueKeyDto {
  /** What the key is for. @example "purchase desk, 2026" */
  @MayBeAbsent()
  @IsText(200)
  readonly label?: string;

  /** From when on it opens nothing, RFC 3339. Left out: until it is revoked. */
  @MayBeAbsent()
  @IsInstant()
  readonly expiresAt?: Date;
}

/** A key, without what would open anything. */
export class KeyAnswer {
  /** The part of the key that is not secret: `avr_<id>_…`. */
  readonly id!: string;
  readonly label!: string | null;
  readonly issuedAt!: Date;

  /** From when on it opens nothing; null: until it is revoked. */
  readonly expiresAt!: Date | null;

  /** When it was revoked; null: it is not. */
  readonly revokedAt!: Date | null;

  /** Number of history entries that the answer rests on. */
  readonly position!: number;

  static of(key: RegisteredKey, position: number): KeyAnswer {
    const { id, label, issuedAt, expiresAt, revokedAt } = key;
    return { id, label, issuedAt, expiresAt, revokedAt, position };
  }
}

/** A key that was issued. It is shown this once. */
export class IssuedKeyAnswer {
  /** The part of the key that is not secret. */
  readonly id!: string;

  /** The whole key, for `X-API-Key`, or as `client_secret` at the token endpoint. It can't be had again. */
  readonly apiKey!: string;

  /** Number of history entries that the answer rests on. */
  readonly position!: number;
}

export class KeyPage {
  readonly items!: KeyAnswer[];

  /** Cursor of the page after, or null at the end. */
  readonly next!: string | null;

  /** Number of history entries that the answer rests on. */
  readonly position!: number;
}
