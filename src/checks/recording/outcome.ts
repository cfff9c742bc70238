import type { RecordedCheck } from '../domain/check';
import type { Batch } from './batch';
import type { CommittedBatch } from './committed-batch';
import type { MadeCheck, Refused } from './decide-check';

/** A check that is recorded, and where it stands in its batch. */
export interface Committed {
  readonly check: RecordedCheck;
  readonly batch: CommittedBatch;
  /** 0-based place among the batch's leaves. */
  readonly leaf: number;
}

/** What came of one question among many: its check as recorded, or why it was refused. */
export type Outcome = Committed | Refused;

/** What came of many questions, in their order, all decided at one position. */
export interface Outcomes {
  readonly position: number;
  readonly outcomes: readonly Outcome[];
}

/** The check of an outcome. @throws its refusal, where it is one */
export function checkOf(outcome: Outcome | undefined): Committed {
  if (!outcome) throw new Error('A question had no outcome.');
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome;
}

/**
 * What came of each question.
 *
 * @param decided in the order of the questions; what is made stands in the batch in the same order
 * @param batch undefined where nothing was made
 * @param first the leaf of the first that was made
 */
export function outcomesOf(
  decided: readonly (MadeCheck | Refused)[],
  batch: Batch | undefined,
  first = 0,
): Outcome[] {
  let leaf = first;
  return decided.map((one) => {
    if ('refusal' in one) return one;
    const check = batch?.checks[leaf];
    if (!batch || !check) throw new Error('A check was not recorded.');
    return { check, batch, leaf: leaf++ };
  });
}
