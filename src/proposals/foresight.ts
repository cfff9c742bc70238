import type { EntityManager } from 'typeorm';
import type { Impact } from './domain/impact';
import type { ProposalContent } from './domain/proposal';
import type { Subject } from './subject';

/** A change that was carried out to see what it does, in a transaction that will undo it. */
export interface TriedChange {
  readonly content: ProposalContent;
  readonly subject: Subject;
  /** Numbers of entries without and with the change. */
  readonly before: number;
  readonly after: number;
  readonly now: Date;
}

/** Tells what a change would have changed. Proposals know no checks: whoever keeps the checks provides it. */
export abstract class Foresight {
  /**
   * The recorded checks of the last 90 days whose verdicts would be others.
   *
   * What is asked is read at once; it is counted when asked for, so that the change can be undone before, and nobody
   * waits for the counting.
   */
  abstract look(tx: EntityManager, change: TriedChange): Promise<Foreseen>;
}

/** Counts what was foreseen. Needs no database. */
export type Foreseen = () => Promise<Impact>;
