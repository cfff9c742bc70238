import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { IdempotencyInProgress, IdempotencyMismatch, KeyNotTaken } from './errors';
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

/** How long a request waits for its key. */
const PATIENCE_MS = 2000;

/** How long an answer waits until it is kept, or its key is free. It goes on, where it takes longer. */
const PATIENCE_AT_END_MS = 500;

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
   * @throws {KeyNotTaken} when the database does not say in time; nothing is done then
   */
  async begin(request: RequestKey, fingerprint: Buffer): Promise<KeptAnswer | null> {
    const begun = this.take(request, fingerprint);
    const late = new AbortController();
    const patience = sleep(PATIENCE_MS, LATE, { signal: late.signal });
    const first = await Promise.race([begun, patience]).finally(() => late.abort());
    if (first !== LATE) return first;
    void this.attempt(async () => {
      if ((await begun) === null) await this.requests().forget(request);
    });
    throw new KeyNotTaken();
  }

  private async take(request: RequestKey, fingerprint: Buffer): Promise<KeptAnswer | null> {
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
    await this.soon(() => this.requests().keep(request, answer));
  }

  /** Frees the key, since the request changed nothing and may be sent again. */
  async giveUp(request: RequestKey): Promise<void> {
    await this.soon(() => this.requests().forget(request));
  }

  /** Frees the keys that are no longer remembered. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REMEMBERED_MS);
    await this.attempt(() => this.requests().forgetBefore(before));
  }

  private requests(): IdempotentRequests {
    return new IdempotentRequests(this.dataSource.manager);
  }

  /** Waits for it no longer than a caller should. */
  private async soon(act: () => Promise<void>): Promise<void> {
    const done = new AbortController();
    const patience = sleep(PATIENCE_AT_END_MS, undefined, { signal: done.signal });
    await Promise.race([this.attempt(act), patience]).finally(() => done.abort());
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

const LATE = Symbol('late');

function answerOf(first: IdempotentRequest, fingerprint: Buffer, now: Date): KeptAnswer {
  const { startedAt, answer } = first;
  if (!first.fingerprint.equals(fingerprint)) throw new IdempotencyMismatch();
  if (answer) return answer;
  const cutOff = now.getTime() - startedAt.getTime() > LONGEST_RUN_MS;
  throw new IdempotencyInProgress(startedAt, cutOff ? 'unknown' : 'running');
}
