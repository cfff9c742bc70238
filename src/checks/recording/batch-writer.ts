import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../clock/clock';
import { Environment, thresholdsIn } from '../../config/environment';
import { outcomeIsUnknown } from '../../problems/to-problem';
import { Registers, type Register } from '../../register/domain/register';
import { CheckNotRecordable } from '../domain/errors';
import { batchOf, type Batch } from './batch';
import type { MadeCheck } from './decide-check';
import { RecorderConnection } from './recorder-connection';
import type { WaitingGroup } from './waiting-group';

/** A group with those of its checks that are to be recorded. */
interface Part {
  readonly group: WaitingGroup;
  readonly made: readonly MadeCheck[];
}

/** What came of the attempt to record. `moved`: the history has grown. `again`: nothing is recorded, and may be now. */
type Attempt = 'recorded' | 'moved' | 'again';

const MOST_FAULTS = 5;
const RECONNECT_AFTER_MS = 50;

/** Decides what waits, records it in one statement, and answers: one batch at a time. */
@Injectable()
export class BatchWriter {
  private readonly logger = new Logger('Recorder');

  constructor(
    private readonly connection: RecorderConnection,
    private readonly registers: Registers,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /**
   * Answers groups, each of them: with what is recorded, or with what keeps it from being so. Gives up what nobody waits
   * for any more.
   *
   * @returns how often it was decided anew because the history had grown
   */
  async write(groups: readonly WaitingGroup[]): Promise<number> {
    try {
      return await this.decideAndRecord(groups);
    } catch (fault) {
      for (const group of groups) group.fail(fault);
      return 0;
    }
  }

  private async decideAndRecord(groups: readonly WaitingGroup[]): Promise<number> {
    let register = await this.registerFor(groups);
    for (let [moved, faults] = [0, 0]; ;) {
      const attempt = register && (await this.attempt(groups, register));
      if (!attempt || attempt === 'recorded') return moved;
      if (attempt === 'moved') {
        moved += 1;
        register = await this.newest(groups);
      } else if (++faults > MOST_FAULTS) {
        throw new Error('Checks could not be recorded, however often it was tried.');
      }
    }
  }

  private registerFor(groups: readonly WaitingGroup[]): Promise<Register | undefined> {
    const [register, now] = [this.registers.current(), this.clock.now()];
    if (groups.some((group) => group.outgrows(register, now))) return this.newest(groups);
    return Promise.resolve(register);
  }

  /** The newest register; undefined when nobody waits for it any more. */
  private newest(groups: readonly WaitingGroup[]): Promise<Register | undefined> {
    const given = Promise.allSettled(groups.map(({ settled }) => settled)).then(() => undefined);
    return Promise.race([this.registers.fresh(), given]);
  }

  private async attempt(groups: readonly WaitingGroup[], register: Register): Promise<Attempt> {
    const parts = this.decide(groups, register);
    if (parts.length === 0) return 'recorded';
    const made = parts.flatMap((part) => part.made);
    const batch = batchOf(made, register.position, this.environment.BASE_URL);
    const attempt = await this.recordForAll(batch, parts);
    if (attempt === 'recorded') {
      let first = 0;
      for (const part of parts) {
        part.group.answer(register.position, batch, first);
        first += part.made.length;
      }
    }
    return attempt;
  }

  /** Those that have something to be recorded. The others are answered. */
  private decide(groups: readonly WaitingGroup[], register: Register): Part[] {
    const [now, thresholds] = [this.clock.now(), thresholdsIn(this.environment)];
    return groups.flatMap((group) => {
      if (!group.isOpen) return [];
      try {
        const made = group.decide(register, now, thresholds);
        if (made.length > 0) return { group, made };
        group.answer(register.position);
      } catch (fault) {
        // Its own refusal or fault, and none of the others'.
        group.fail(fault);
      }
      return [];
    });
  }

  /** Whoever gives up meanwhile is told that there may be a record. */
  private async recordForAll(batch: Batch, parts: readonly Part[]): Promise<Attempt> {
    // Before the statement is sent: where there is no connection, nothing is under way.
    await this.connection.open();
    for (const { group } of parts) group.mayBeRecorded(true);
    const attempt = await this.record(batch, parts);
    for (const { group } of parts) group.mayBeRecorded(false);
    return attempt;
  }

  private async record(batch: Batch, parts: readonly Part[]): Promise<Attempt> {
    try {
      return (await this.connection.record(batch)) ? 'recorded' : 'moved';
    } catch (fault) {
      if (outcomeIsUnknown(fault)) return this.settle(batch, parts);
      const kind = kindOf(fault);
      if (kind === 'check') await this.setApart(batch, parts, fault);
      if (kind === 'other') throw fault;
      return 'again';
    }
  }

  /** Finds out what came of a statement whose answer was lost, as long as someone waits for it. */
  private async settle(batch: Batch, parts: readonly Part[]): Promise<Attempt> {
    while (parts.some(({ group }) => group.isOpen)) {
      try {
        return (await this.connection.settle(batch)) ? 'recorded' : 'again';
      } catch (fault) {
        if (!outcomeIsUnknown(fault)) throw fault;
        await sleep(RECONNECT_AFTER_MS);
      }
    }
    return 'again';
  }

  /** Refuses the checks that the tables do not take, so that they do not keep the others from being recorded. */
  private async setApart(batch: Batch, parts: readonly Part[], fault: unknown): Promise<void> {
    const bad = await this.unrecordable(batch.made, batch);
    if (bad.length === 0) throw fault;
    for (const { check } of bad) {
      this.logger.error(`The check ${check.id} can not be recorded.`, fault);
      for (const { group } of parts) group.refuse(check.id, new CheckNotRecordable());
    }
  }

  /** Those of some checks that can not be recorded, found by halves. */
  private async unrecordable(
    made: readonly MadeCheck[],
    { position, issuer }: Batch,
  ): Promise<readonly MadeCheck[]> {
    const batch = batchOf(made, position, issuer);
    try {
      await this.connection.attempt(batch);
      return [];
    } catch (fault) {
      if (kindOf(fault) !== 'check') throw fault;
      if (made.length === 1) return made;
    }
    const half = made.length >> 1;
    return [
      ...(await this.unrecordable(made.slice(0, half), batch)),
      ...(await this.unrecordable(made.slice(half), batch)),
    ];
  }
}

/** @source PostgreSQL, Appendix A: the first two characters of an error's code tell its class */
const OF_CHECKS = /^(22|23|44|54|P0)/;
const OF_ORDER = /^40/;

/** Whether one of the checks is at fault, or the order of transactions, or something that fails all. */
function kindOf(fault: unknown): 'check' | 'order' | 'other' {
  const code = fault instanceof pg.DatabaseError ? (fault.code ?? '') : '';
  if (OF_CHECKS.test(code)) return 'check';
  return OF_ORDER.test(code) ? 'order' : 'other';
}
