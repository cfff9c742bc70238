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
  /** The recorded checks of the last 90 days whose verdicts would have been others. */
  abstract impactOf(tx: EntityManager, change: TriedChange): Promise<Impact>;
}
