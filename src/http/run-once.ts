import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { IdempotencyInProgress, IdempotencyMismatch } from './errors';
import {
  IdempotentRequests,
  type IdempotentRequest,
  type KeptAnswer,
  type RequestKey,
} from './idempotent-requests';

/** How long a key is remembered. */
export const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** No request runs longer; one that has no outcome by then was cut off. */
const LONGEST_RUN_MS = 60_000;

/** Lets a request with an Idempotency-Key be carried out once, however often it is sent. */
@Injectable()
export class RunOnce {
  private readonly logger = new Logger('Idempotency');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the key for this request, or finds the answer that it had.
   *
   * @returns the answer to be given again, or null when the request is now to be carried out
   * @throws {IdempotencyMismatch} when the key came with another request
   * @throws {IdempotencyInProgress} when the first request with the key has no known outcome
   */
  async begin(request: RequestKey, fingerprint: Buffer): Promise<KeptAnswer | null> {
    const now = this.clock.now();
    const requests = this.requests();
    if (await requests.begin(request, fingerprint, now)) return null;
    const first = await requests.find(request);
    if (first && now.getTime() - first.startedAt.getTime() < REMEMBERED_MS) {
      return answerOf(first, fingerprint, now);
    }
    await requests.forget(request);
    if (await requests.begin(request, fingerprint, now)) return null;
    throw new IdempotencyInProgress(now, 'running');
  }

  /** Keeps the outcome. Where that fails, the key stays taken: a repetition is told to look first. */
  async end(request: RequestKey, answer: KeptAnswer): Promise<void> {
    await this.attempt(() => this.requests().keep(request, answer));
  }

  /** Frees the key, since the request changed nothing and may be sent again. */
  async giveUp(request: RequestKey): Promise<void> {
    await this.attempt(() => this.requests().forget(request));
  }

  /** Frees the keys that are no longer remembered. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REMEMBERED_MS);
    await this.attempt(() => this.requests().forgetBefore(before));
  }

  private requests(): IdempotentRequests {
    return new IdempotentRequests(this.dataSource.manager);
  }

  // The request itself has its outcome already, which this must not turn into an error.
  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.logger.error(error);
    }
  }
}

function answerOf(first: IdempotentRequest, fingerprint: Buffer, now: Date): KeptAnswer {
  const { startedAt, answer } = first;
  if (!first.fingerprint.equals(fingerprint)) throw new IdempotencyMismatch();
  if (answer) return answer;
  const cutOff = now.getTime() - startedAt.getTime() > LONGEST_RUN_MS;
  throw new IdempotencyInProgress(startedAt, cutOff ? 'unknown' : 'running');
}
