import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { CheckSeals, type RecordedSeal } from './check-seals';
import { NothingToSeal } from './domain/errors';
import { formSeal } from './domain/seal-statement';

/** Most batches of one seal: what comes after stands in the next. Changes wait while its rows are written. */
const MOST_BATCHES = 2000;

/** How old the last seal is before another is due, however many instances look each minute. */
const DUE_AFTER_MS = 55_000;

const SYSTEM: Actor = { id: 'system', kind: 'system', person: null };

/** What came of sealing on demand. */
export interface Sealing {
  /** The newest seal: every check that was recorded before is in it or in an earlier one. */
  readonly seal: RecordedSeal;
  /** Number of seals that were made. */
  readonly made: number;
}

/**
 * Seals batches of checks: their roots form a tree, of whose root an entry of the history speaks.
 *
 * A batch that is not committed yet is taken by a later seal; none is left out, and none is taken twice.
 */
@Injectable()
export class SealChecks {
  protected readonly mostBatches: number = MOST_BATCHES;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Seals all that waits. @throws {NothingToSeal} when there is no seal, and nothing to make one of */
  async execute(): Promise<Sealing> {
    let made = 0;
    for (let isMore = true; isMore;) {
      const sealed = await this.sealOnce();
      if (sealed > 0) made += 1;
      isMore = sealed === this.mostBatches;
    }
    const seal = await new CheckSeals(this.dataSource.manager).last();
    if (!seal) throw new NothingToSeal();
    return { seal, made };
  }

  /** Seals all that waits, where anything does and no seal was made in the last minute or so. */
  async executeIfDue(): Promise<void> {
    const seals = new CheckSeals(this.dataSource.manager);
    const waiting = await seals.countWaiting(this.mostBatches);
    if (waiting === 0) return;
    const last = await seals.last();
    const age = last ? this.clock.now().getTime() - last.recordedAt.getTime() : Infinity;
    if (age >= DUE_AFTER_MS || waiting === this.mostBatches) await this.execute();
  }

  /** Makes one seal, in a transaction of its own, and returns the number of its batches; 0: nothing waits. */
  private sealOnce(): Promise<number> {
    return this.dataSource.transaction((tx) => this.seal(tx));
  }

  private async seal(tx: EntityManager): Promise<number> {
    const seals = new CheckSeals(tx);
    await seals.lock();
    const batches = await seals.take(this.mostBatches);
    if (batches.length === 0) return 0;
    const last = await seals.last();
    const before = last && { number: last.statement.number, canonical: last.canonical };
    const statement = formSeal(batches, before);
    const position = await new History(tx).append(
      { type: 'checks.sealed', actor: SYSTEM, before: null, after: statement },
      this.clock.now(),
    );
    await seals.add(statement, batches, position);
    return batches.length;
  }
}
