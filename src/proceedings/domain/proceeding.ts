import type { ExclusionTimeline } from '../../exclusions/domain/exclusion';
import { exclusionAt, type ExclusionState } from '../../exclusions/domain/exclusion-state';
import type { Authority } from '../../history/domain/authority';

/** What may be done to a vendor only with due process. @source FAR 9.406-3, 9.407-3, 9.207(b) */
export const PROCEEDING_KINDS = ['suspension', 'debarment', 'removal'] as const;

export type ProceedingKind = (typeof PROCEEDING_KINDS)[number];

/** How far a proceeding is. `in-force` and `ended` follow from the exclusion that it led to. */
export const PROCEEDING_STATES = [
  'proposed',
  'notified',
  'answered',
  'decided',
  'in-force',
  'ended',
] as const;

export type ProceedingState = (typeof PROCEEDING_STATES)[number];

/** How a proceeding may be decided. */
export const OUTCOMES = ['imposed', 'not-imposed', 'settled'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The vendor was told. */
export interface NoticeStep {
  readonly kind: 'notice';
  readonly sentAt: Date;
  /** How it was sent. */
  readonly method: string;
  /** When the vendor received it; null where that is not known. */
  readonly receivedAt: Date | null;
  /** The first instant at which the vendor's answer is late. */
  readonly answerDue: Date;
}

/** The vendor answered. */
export interface AnswerStep {
  readonly kind: 'answer';
  readonly receivedAt: Date;
  /** SHA-256 of what the vendor handed in, in hexadecimal. */
  readonly documentSha256: string;
  readonly note: string | null;
  /** The first instant at which the decision is late; null where no rule sets one. */
  readonly decisionDue: Date | null;
}

/** The official decided. */
export interface DecisionStep {
  readonly kind: 'decision';
  readonly decidedAt: Date;
  readonly outcome: Outcome;
  readonly documentSha256: string | null;
  /** Id of the exclusion that it led to. */
  readonly exclusion: string | null;
}

export type Step = NoticeStep | AnswerStep | DecisionStep;

export type StepKind = Step['kind'];

/** Who recorded a step, when, and by the entry at which position. */
export interface Recorded {
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly entry: number;
}

/** What is to be done to a vendor, why, and who says so. */
export interface ProceedingTerms {
  /** UUIDv7. */
  readonly id: string;
  readonly vendor: string;
  readonly kind: ProceedingKind;
  /** Code of the list that the vendor is to be removed from; null for all kinds but a removal. */
  readonly list: string | null;
  readonly authority: Authority;
  readonly reason: string;
  /** Id of the person who opened it. */
  readonly openedBy: string;
  readonly openedAt: Date;
  /** Position of the entry that opened it. */
  readonly entry: number;
}

/** A proceeding with the steps that were known. Each step is recorded once, and never changed. */
export interface Proceeding extends ProceedingTerms {
  readonly notice: (NoticeStep & Recorded) | null;
  readonly answer: (AnswerStep & Recorded) | null;
  readonly decision: (DecisionStep & Recorded) | null;
  /** The exclusion that it led to; null where it led to none. */
  readonly imposed: ExclusionTimeline | null;
}

/** When a step was taken, in the world. */
export function takenAt(step: Step): Date {
  if (step.kind === 'notice') return step.sentAt;
  return step.kind === 'answer' ? step.receivedAt : step.decidedAt;
}

/** Whether a proceeding had begun by an instant: it was opened, or the vendor was told before that was recorded. */
export const hasBegun = ({ openedAt, notice }: Proceeding, at: Date): boolean =>
  openedAt <= at || isTaken(notice, at);

/** How far a proceeding was at an instant. A decision bars nobody before its exclusion is in effect. */
export function stateAt(proceeding: Proceeding, at: Date): ProceedingState {
  const { notice, answer, decision, imposed } = proceeding;
  if (isTaken(decision, at)) return imposed ? STATE_OF[exclusionAt(imposed, at).state] : 'decided';
  if (isTaken(answer, at)) return 'answered';
  return isTaken(notice, at) ? 'notified' : 'proposed';
}

const isTaken = (step: Step | null, at: Date): boolean => step !== null && takenAt(step) <= at;

const STATE_OF = {
  scheduled: 'decided',
  'in-effect': 'in-force',
  ended: 'ended',
} as const satisfies Record<ExclusionState, ProceedingState>;

/** What is late at an instant: the vendor's answer, or the decision. */
export function overdueAt(
  proceeding: Proceeding,
  at: Date,
): { readonly answer: boolean; readonly decision: boolean } {
  const state = stateAt(proceeding, at);
  const { notice, answer } = proceeding;
  const isOver = (due: Date | null | undefined): boolean => due != null && due <= at;
  return {
    answer: state === 'notified' && isOver(notice?.answerDue),
    decision: state === 'answered' && isOver(answer?.decisionDue),
  };
}
