import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import type { Caller } from '../../access/caller';
import { Clock } from '../../clock/clock';
import { ReceiptKeys } from '../../keys/receipt-keys';
import { tell, type Told } from '../domain/check';
import { claimBytes, type ReceiptClaims } from '../domain/receipt-claims';
import type { ReceiptForm } from '../domain/receipt-form';
import { isCurrent, verifyReceipt } from '../domain/receipt-verification';
import type { Verdict } from '../domain/verdict';
import { readableBy } from '../readable-by';
import { CheckRecords, tellAgain } from './check-records';

/** Whether the registry says of a check what its receipt says. null: that is not for the caller to know. */
export type Recorded = 'agrees' | 'differs' | 'absent' | null;

/** What came of verifying a receipt. Members are null where it is not genuine; `why` where it is. */
export interface ReceiptVerification {
  readonly valid: boolean;
  readonly current: boolean;
  readonly verdict: Verdict | null;
  readonly why: string | null;
  readonly form: ReceiptForm | null;
  readonly keyId: string | null;
  readonly claims: Told<ReceiptClaims> | null;
  readonly recorded: Recorded;
}

/** Tells whether a receipt is this registry's, whether it still counts, and whether the registry agrees with it. */
@Injectable()
export class VerifyReceipt {
  constructor(
    private readonly keys: ReceiptKeys,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  /** Every text is answered; what is no receipt is one that is not genuine. */
  async execute(receipt: string, caller: Caller): Promise<ReceiptVerification> {
    const read = verifyReceipt(receipt, this.keys.verifying);
    const { form, keyId } = read;
    if (!read.valid) {
      const nothing = { verdict: null, claims: null, recorded: null };
      return { valid: false, current: false, why: read.why, form, keyId, ...nothing };
    }
    const { claims } = read;
    return {
      ...{ valid: true, current: isCurrent(claims, this.clock.now()), why: null },
      ...{ form, keyId, verdict: claims.verdict, claims: tell(claims) },
      recorded: await this.recorded(claims, caller),
    };
  }

  /** That there is no such check is told to whoever holds its receipt; what it says only to those who may read it. */
  private async recorded(claims: ReceiptClaims, caller: Caller): Promise<Recorded> {
    if (!validate(claims.jti)) return 'absent';
    const record = await new CheckRecords(this.dataSource.manager).find(claims.jti, null);
    if (!record) return 'absent';
    const agency = readableBy(caller);
    if (agency !== null && agency !== record.agency) return null;
    const told = tellAgain(record);
    return told?.claims.equals(claimBytes(claims)) === true ? 'agrees' : 'differs';
  }
}
