import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment';
import { TooManyChecksWaiting } from '../domain/errors';
import type { AskedCheck } from '../domain/parse-question';
import type { Asking } from './asking';
import { BatchWriter } from './batch-writer';
import type { Outcomes } from './outcome';
import { RecordingMetrics } from './recording-metrics';
import { WaitingGroup } from './waiting-group';

/** Most checks of one batch, unless one request alone has more. */
const MOST_CHECKS = 256;

/**
 * Records checks, many at once: whatever has come while one batch was being recorded is the next. Nothing waits for a
 * timer, and nothing is answered before it is committed.
 */
@Injectable()
export class CheckRecorder {
  private readonly waiting: WaitingGroup[] = [];
  private checksWaiting = 0;
  private writing = false;

  constructor(
    private readonly writer: BatchWriter,
    private readonly metrics: RecordingMetrics,
    private readonly environment: Environment,
  ) {
    metrics.watch(() => this.checksWaiting);
  }

  /** Whether more checks may wait. Who is told no can be refused before any work is done. */
  hasRoom(checks = 1): boolean {
    // What is larger than the queue itself waits alone.
    return (
      this.checksWaiting === 0 || this.checksWaiting + checks <= this.environment.CHECK_QUEUE_LENGTH
    );
  }

  /**
   * Decides and records the questions of one request, at one position.
   *
   * @throws {TooManyChecksWaiting} at once
   * @throws {NotRecordedInTime} 2 s later
   * @throws {Unauthenticated} when the credential was withdrawn while they waited
   * @throws {Forbidden} when the right to ask was
   */
  record(asked: readonly AskedCheck[], asking: Asking): Promise<Outcomes> {
    if (!this.hasRoom(asked.length)) return Promise.reject(new TooManyChecksWaiting());
    const group = new WaitingGroup(asked, asking);
    this.waiting.push(group);
    this.checksWaiting += group.size;
    void this.write();
    return group.settled;
  }

  private async write(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    for (let batch = this.take(); batch.length > 0; batch = this.take()) {
      const measure = this.metrics.begin(batch.reduce((sum, { size }) => sum + size, 0));
      measure(await this.writer.write(batch));
    }
    this.writing = false;
  }

  /** The oldest that wait, as many as make a batch; what is too late is left out. */
  private take(): WaitingGroup[] {
    const batch: WaitingGroup[] = [];
    let checks = 0;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      if (batch.length > 0 && checks + next.size > MOST_CHECKS) break;
      this.waiting.shift();
      this.checksWaiting -= next.size;
      if (!next.isOpen) continue;
      batch.push(next);
      checks += next.size;
    }
    return batch;
  }
}
