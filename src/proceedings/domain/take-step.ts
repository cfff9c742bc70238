import { InvalidRequest, type Violation } from '../../problems/registry-error';
import { answerDueOf, decisionDueOf, isAnswerTimeSet } from './due-process';
import { ProceedingOutOfOrder } from './errors';
import {
  stateAt,
  type AnswerStep,
  type DecisionStep,
  type NoticeStep,
  type Proceeding,
  type Step,
} from './proceeding';

/** A notice as it is told; without a time for the answer the rule sets it. */
export type GivenNotice = Omit<NoticeStep, 'answerDue'> & { readonly answerDue: Date | null };

export type GivenAnswer = Omit<AnswerStep, 'decisionDue'>;

/** A step as it is told, before the rules have set its times. */
export type GivenStep = GivenNotice | GivenAnswer | DecisionStep;

/**
 * The next step of a proceeding, with the times that the rules set.
 *
 * @throws {ProceedingOutOfOrder} when the proceeding has not come to that step, or is past it
 * @throws {InvalidRequest} naming each member that contradicts the rules or the steps before
 */
export function takeStep(proceeding: Proceeding, given: GivenStep, now: Date): Step {
  switch (given.kind) {
    case 'notice':
      return takeNotice(proceeding, given, now);
    case 'answer':
      return takeAnswer(proceeding, given, now);
    case 'decision':
      return takeDecision(proceeding, given, now);
  }
}

function takeNotice(proceeding: Proceeding, given: GivenNotice, now: Date): NoticeStep {
  const state = stateAt(proceeding, now);
  if (state !== 'proposed') {
    throw new ProceedingOutOfOrder(proceeding.id, state, 'the vendor has had notice');
  }
  const { sentAt, receivedAt } = given;
  const byRule = answerDueOf(given);
  const answerDue = given.answerDue ?? byRule;
  const earliest = isAnswerTimeSet(proceeding.kind) ? byRule : (receivedAt ?? sentAt);
  refuse([
    ...notAfter('/sentAt', sentAt, now),
    ...notAfter('/receivedAt', receivedAt, now),
    ...notBefore('/receivedAt', receivedAt, sentAt),
    ...notBefore('/answerDue', answerDue, earliest),
  ]);
  return { ...given, answerDue };
}

function takeAnswer(proceeding: Proceeding, given: GivenAnswer, now: Date): AnswerStep {
  const state = stateAt(proceeding, now);
  const { id, kind, notice } = proceeding;
  if (state !== 'notified' || !notice) {
    const why = notice ? 'its answer is in, or it is decided' : 'the vendor has had no notice';
    throw new ProceedingOutOfOrder(id, state, why);
  }
  const { receivedAt } = given;
  refuse([
    ...notAfter('/receivedAt', receivedAt, now),
    ...notBefore('/receivedAt', receivedAt, notice.sentAt),
  ]);
  return { ...given, decisionDue: decisionDueOf(kind, receivedAt) };
}

function takeDecision(proceeding: Proceeding, given: DecisionStep, now: Date): DecisionStep {
  const state = stateAt(proceeding, now);
  const { id, notice, answer } = proceeding;
  if (!notice) throw new ProceedingOutOfOrder(id, state, 'the vendor has had no notice');
  if (proceeding.decision) throw new ProceedingOutOfOrder(id, state, 'a decision has been made');
  const { decidedAt } = given;
  refuse([
    ...notAfter('/decidedAt', decidedAt, now),
    ...notBefore('/decidedAt', decidedAt, answer?.receivedAt ?? notice.sentAt),
    ...misplacedExclusion(proceeding, given),
  ]);
  if (!answer && decidedAt < notice.answerDue) {
    const until = notice.answerDue.toISOString();
    throw new ProceedingOutOfOrder(id, state, `the vendor may still answer, until ${until}`);
  }
  return given;
}

/** A sanction that is imposed names its exclusion; one that is not names none. A removal takes place on its list. */
function misplacedExclusion(
  { kind }: Proceeding,
  { outcome, exclusion }: DecisionStep,
): Violation[] {
  if (exclusion !== null && outcome === 'not-imposed') {
    return [{ pointer: '/exclusion', message: 'must be left out where nothing was imposed' }];
  }
  if (exclusion === null && outcome === 'imposed' && kind !== 'removal') {
    return [{ pointer: '/exclusion', message: 'must name the exclusion that was imposed' }];
  }
  return [];
}

const notAfter = (pointer: string, given: Date | null, now: Date): Violation[] =>
  given !== null && given > now ? [{ pointer, message: 'must not lie in the future' }] : [];

const notBefore = (pointer: string, given: Date | null, earliest: Date): Violation[] =>
  given !== null && given < earliest
    ? [{ pointer, message: `must not be before ${earliest.toISOString()}` }]
    : [];

function refuse(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new InvalidRequest(violations);
}
