import { ApiProperty } from '@nestjs/swagger';
import type { RecordedSeal } from './check-seals';
import { REASON_CODES, type ReasonCode } from '../checks/domain/reason';
import type { ReceiptClaims } from '../checks/domain/receipt-claims';
import type { CheckProof } from './domain/check-proof';

/**
 * A seal of batches of checks. Each batch is a Merkle tree of its checks, a seal is one of its batches, and a history
 * entry of type `checks.sealed` says what is written here; so the seals form a chain that stands in the history.
 */
export class SealAnswer {
  /** 0-based, without gaps. */
  readonly number!: number;
  /** Number of its batches. */
  readonly batches!: number;
  /** Number of the checks in all its batches. */
  readonly checks!: number;
  /** Id of its first batch, in order of ids. */
  readonly firstBatch!: string;
  /** Id of its last batch. */
  readonly lastBatch!: string;
  /** Root of the tree of its batches (RFC 6962, SHA-256), hexadecimal. */
  readonly root!: string;
  /** SHA-256 of the canonical bytes of the entry of the seal before, hexadecimal; null for the first. */
  readonly previous!: string | null;
  /** Position of its history entry. */
  readonly entry!: number;
  readonly recordedAt!: Date;

  static of({ statement, position, recordedAt }: RecordedSeal): SealAnswer {
    const { number, batches, checks, firstBatch, lastBatch, root, previous } = statement;
    const said = { number, batches, checks, firstBatch, lastBatch, root, previous };
    return Object.assign(new SealAnswer(), { ...said, entry: position, recordedAt });
  }
}

export class SealPage {
  readonly items!: SealAnswer[];
  readonly next!: string | null;
}

/** What a receipt says of the check. Its canonical JSON (RFC 8785) is what the leaf is the hash of. */
export class ProvedClaimsAnswer implements ReceiptClaims {
  /** Who answered: the registry's base URL. */
  readonly iss!: string;
  /** Id of the client or person that asked. */
  readonly aud!: string;
  /** Id of the check. */
  readonly jti!: string;
  /** Seconds since 1970 at which it was decided. */
  readonly iat!: number;
  /** Seconds since 1970 from which on it may not be relied on. */
  readonly exp!: number;
  readonly verdict!: 'eligible' | 'ineligible' | 'review';
  /** Codes of all reasons, gravest first, each once. */
  @ApiProperty({ enum: REASON_CODES, isArray: true })
  readonly reasons!: readonly ReasonCode[];
  /** Id of the vendor that the verdict is about; null where that is not sure. */
  readonly vendor!: string | null;
  /** The instant of the purchase. */
  readonly at!: string;
  readonly validUntil!: string;
  /** The history position (number of entries) that it was decided at. */
  readonly position!: number;
  /** SHA-256 of the canonical request, base64url. */
  readonly request!: string;
  /** SHA-256 of the canonical answer, base64url. */
  readonly answer!: string;
}

/** The check that is proved. */
export class ProvedCheckAnswer {
  readonly id!: string;
  /** Canonical JSON (RFC 8785) of the request, as recorded; its SHA-256 is in the claims. */
  readonly request!: string;
  /** Canonical JSON of the answer, as recorded; its SHA-256 is in the claims. */
  readonly answer!: string;
  /** What a receipt says of the check; null where the answer can't be read. */
  readonly claims!: ProvedClaimsAnswer | null;
  /** The leaf at the check's place in its batch: SHA-256 over 0x00 and the canonical claims. null: there is no such place. */
  readonly leafHash!: string | null;
}

/** The batch that the check was recorded in, and its place there. */
export class ProvedBatchAnswer {
  readonly id!: string;
  /** Who answered, as the claims say it. */
  readonly issuer!: string;
  /** The history position that its checks were decided at. */
  readonly position!: number;
  /** RFC 3339, to the microsecond. */
  readonly recordedAt!: string;
  /** Number of its checks. */
  readonly size!: number;
  readonly root!: string;
  /** 0-based. */
  readonly index!: number;
  /** Hashes from the leaf's sibling up (RFC 9162, section 2.1.3), hexadecimal. */
  @ApiProperty({ type: [String] })
  readonly path!: readonly string[];
}

/** The seal that the batch stands in, and its place there. */
export class ProvedSealAnswer {
  readonly number!: number;
  /** Number of its batches. */
  readonly size!: number;
  /** Number of the checks in all its batches. */
  readonly checks!: number;
  /** null: the seal's row is gone. */
  readonly root!: string | null;
  /** 0-based. */
  readonly index!: number;
  @ApiProperty({ type: [String] })
  readonly path!: readonly string[];
}

/** The history entry that speaks of the seal. */
export class ProvedEntryAnswer {
  readonly position!: number;
  /** RFC 6962 leaf hash of its canonical bytes, hexadecimal. */
  readonly leafHash!: string;
  /** Canonical JSON of the whole entry. */
  readonly canonical!: string;
}

/** That a check is recorded as it was answered, from its answer to the history. Hashes are hexadecimal SHA-256. */
export class CheckProofAnswer implements CheckProof {
  /** Whether everything that is recorded of the check agrees, as far as it is sealed. */
  readonly intact!: boolean;
  /**
   * The steps at which what is recorded does not agree; empty where `intact`. `columns`: the row contradicts its
   * answer. `claims`: the answer can't be read. `leaf`: request or answer are not those of the batch's leaf. `batch`:
   * the batch is gone, its leaves are not those of its root, or it stood at another position. `seal`: the seal is not
   * of this batch. `entry`: the history says otherwise of the seal. `chain`: the seal does not
   * follow from the one before, or the one after not from it.
   */
  readonly broken!: ('columns' | 'claims' | 'leaf' | 'batch' | 'seal' | 'entry' | 'chain')[];
  /** What to do for the part that is missing yet; null where nothing is. */
  readonly hint!: string | null;
  readonly check!: ProvedCheckAnswer;
  /** null: the batch is gone. */
  readonly batch!: ProvedBatchAnswer | null;
  /** null: the batch is not sealed yet. */
  readonly seal!: ProvedSealAnswer | null;
  /** null: the batch is not sealed yet, or the entry is gone. */
  readonly entry!: ProvedEntryAnswer | null;
}
