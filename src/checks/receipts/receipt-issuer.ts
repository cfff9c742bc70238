import { Injectable } from '@nestjs/common';
import { sign } from 'node:crypto';
import { Environment } from '../../config/environment';
import { pathIn, pathOf, rootFrom } from '../../history/domain/merkle';
import { ReceiptKeys } from '../../keys/receipt-keys';
import { batchText, headerOf, proofAt, proofHead } from '../domain/receipt-form';
import type { ReceiptForm, SignedBatch } from '../domain/receipt-form';
import type { RecordedCheck } from '../domain/check';
import type { CommittedBatch } from '../recording/committed-batch';
import type { Committed } from '../recording/outcome';

/** The form that a request asks for; undefined: what the settings say. */
export type AskedForm = ReceiptForm | undefined;

/** A check as it is answered. */
export interface ReceiptedCheck extends RecordedCheck {
  readonly receipt: string;
}

/** A batch whose receipts are told again: all of it but the claims. */
export type RecordedBatch = Pick<CommittedBatch, 'id' | 'leaves' | 'root'>;

/** Signs receipts: what was recorded, never before it is committed. */
@Injectable()
export class ReceiptIssuer {
  /** What the proofs of all checks of a batch begin with, while someone holds the batch: it is signed once. */
  private readonly heads = new WeakMap<CommittedBatch, Buffer>();
  private readonly headers: Readonly<Record<ReceiptForm, string>>;

  constructor(
    private readonly keys: ReceiptKeys,
    private readonly environment: Environment,
  ) {
    const header = (form: ReceiptForm): string =>
      Buffer.from(headerOf(form, keys.kid), 'utf8').toString('base64url');
    this.headers = { batch: header('batch'), jws: header('jws') };
  }

  /** A committed check with its receipt, which is what may be answered. */
  answer({ check, batch, leaf }: Committed, form?: AskedForm): ReceiptedCheck {
    return { ...check, receipt: this.issueOne(batch, leaf, form) };
  }

  /**
   * The receipts of a batch's checks, in their order.
   *
   * @param forms the form that all are asked for in, or each, in the same order
   */
  issue(batch: CommittedBatch, forms?: AskedForm | readonly AskedForm[]): string[] {
    return batch.claims.map((_, index) =>
      this.issueOne(batch, index, typeof forms === 'object' ? forms[index] : forms),
    );
  }

  /**
   * The receipt of one check of a batch. To be called only once the batch is committed.
   *
   * Signs once for all that are of the form `batch`, and once for each that is of the form `jws`. Ed25519 is
   * deterministic: the same batch and key give the same receipts at any time.
   *
   * @param index 0-based place of the check in its batch
   */
  issueOne(batch: CommittedBatch, index: number, form?: AskedForm): string {
    const claims = batch.claims[index];
    if (!claims) throw new Error(`The batch ${batch.id} has no check at place ${index}.`);
    if (this.formOf(form) === 'jws') return this.alone(claims);
    const proof = proofAt(this.signedHeadOf(batch), index, pathIn(batch.levels, index));
    return this.inBatch(claims, proof);
  }

  /**
   * The receipt of a check that was recorded before, as {@link issue} gave it.
   *
   * @param told what its record says now
   * @throws {Error} where the record is not what the batch was made of: what was altered is not signed
   */
  issueAgain(told: ToldAgain, form?: AskedForm): string {
    const { batch, index } = told;
    const { id, leaves, root } = batch;
    const size = leaves.length;
    const path = index < size ? pathOf(leaves, index) : [];
    if (!rootFrom(told.leaf, index, size, path)?.equals(root)) {
      throw new Error(`The record at place ${index} of the batch ${id} of checks was altered.`);
    }
    if (this.formOf(form) === 'jws') return this.alone(told.claims);
    const head = this.headOf({ id, size, root });
    return this.inBatch(told.claims, proofAt(head, index, path));
  }

  private formOf(asked: AskedForm): ReceiptForm {
    return asked ?? this.environment.RECEIPT_FORM;
  }

  private signedHeadOf(batch: CommittedBatch): Buffer {
    const known = this.heads.get(batch);
    if (known) return known;
    const { id, leaves, root } = batch;
    const head = this.headOf({ id, size: leaves.length, root });
    this.heads.set(batch, head);
    return head;
  }

  private headOf(batch: SignedBatch): Buffer {
    const signature = sign(null, batchText(batch), this.keys.privateKey);
    return proofHead({ batch: batch.id, size: batch.size, signature });
  }

  private inBatch(claims: Buffer, proof: Buffer): string {
    return `${this.headers.batch}.${claims.toString('base64url')}.${proof.toString('base64url')}`;
  }

  private alone(claims: Buffer): string {
    const signed = `${this.headers.jws}.${claims.toString('base64url')}`;
    const signature = sign(null, Buffer.from(signed, 'utf8'), this.keys.privateKey);
    return `${signed}.${signature.toString('base64url')}`;
  }
}

/** What the record of a check says now, and where it stands. */
export interface ToldAgain {
  readonly batch: RecordedBatch;
  /** 0-based place among the batch's leaves. */
  readonly index: number;
  /** What it claims, as canonical bytes, and the leaf hash of these. */
  readonly claims: Buffer;
  readonly leaf: Buffer;
}
