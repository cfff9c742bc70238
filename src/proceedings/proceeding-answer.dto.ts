import { WORKING_DAY_RULES } from '../clock/domain/working-days';
import { AuthorityDto } from '../history/authority.dto';
import { DUE_PROCESS_RULES } from './domain/due-process';
import {
  overdueAt,
  stateAt,
  type Outcome,
  type Proceeding,
  type ProceedingKind,
  type ProceedingState,
} from './domain/proceeding';

/** Who recorded a step, and when. */
class RecordedAnswer {
  /** Id of the person who recorded it. */
  readonly recordedBy!: string;
  readonly recordedAt!: Date;
  /** Position of the history entry that recorded it. */
  readonly entry!: number;
}

/** The vendor's notice. */
export class NotifiedAnswer extends RecordedAnswer {
  readonly sentAt!: Date;
  /** How it was sent. */
  readonly method!: string;
  /** null: not known. */
  readonly receivedAt!: Date | null;
  /** The first instant at which the vendor's answer is late. */
  readonly answerDue!: Date;
}

/** The vendor's answer. */
export class AnsweredAnswer extends RecordedAnswer {
  readonly receivedAt!: Date;
  /** SHA-256 of what the vendor handed in, in hexadecimal. */
  readonly documentSha256!: string;
  readonly note!: string | null;
  /** The first instant at which the decision is late; null where no rule sets one. */
  readonly decisionDue!: Date | null;
}

/** The decision. It bars nobody: the exclusion or the removal itself takes two persons. */
export class DecidedAnswer extends RecordedAnswer {
  readonly decidedAt!: Date;
  readonly outcome!: Outcome;
  /** SHA-256 of the decision, in hexadecimal. */
  readonly documentSha256!: string | null;
  /** Id of the exclusion that it led to. */
  readonly exclusion!: string | null;
}

/** What is late at the instant that is asked about. */
export class OverdueAnswer {
  /** The vendor's answer. */
  readonly answer!: boolean;
  /** The decision. */
  readonly decision!: boolean;
}

/** A set of rules, and where they stand. */
export class RuleAnswer {
  readonly version!: string;
  readonly source!: string;
}

/** The rules that the times of a proceeding follow. */
export class ProceedingRulesAnswer {
  /** How long each step may take. */
  readonly dueProcess!: RuleAnswer;
  /** Which days are working days. */
  readonly workingDays!: RuleAnswer;
}

const RULES = { dueProcess: { ...DUE_PROCESS_RULES }, workingDays: { ...WORKING_DAY_RULES } };

/** A proceeding against a vendor, with all its steps that are known, and how it stands at an instant. */
export class ProceedingAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly vendor!: string;
  readonly kind!: ProceedingKind;
  /** Code of the list that the vendor is to be removed from; null for all kinds but a removal. */
  readonly list!: string | null;
  /** How far it is at `at`. `in-force` and `ended` follow from the exclusion that it led to. */
  readonly state!: ProceedingState;
  readonly authority!: AuthorityDto;
  readonly reason!: string;
  /** Id of the person who opened it. */
  readonly openedBy!: string;
  readonly openedAt!: Date;
  /** Position of the history entry that opened it. */
  readonly entry!: number;
  readonly notice!: NotifiedAnswer | null;
  readonly answer!: AnsweredAnswer | null;
  readonly decision!: DecidedAnswer | null;
  readonly overdue!: OverdueAnswer;
  readonly rules!: ProceedingRulesAnswer;
  /** The instant that `state` and `overdue` are about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(proceeding: Proceeding, at: Date, position: number): ProceedingAnswer {
    const { imposed: _, notice, answer, decision, ...terms } = proceeding;
    return {
      ...{ ...terms, state: stateAt(proceeding, at) },
      ...{ notice: told(notice), answer: told(answer), decision: told(decision) },
      ...{ overdue: overdueAt(proceeding, at), rules: RULES, at, position },
    };
  }
}

/** A step without its kind, which the member's name tells. */
function told<Step extends { readonly kind: string }>(
  step: Step | null,
): Omit<Step, 'kind'> | null {
  if (!step) return null;
  const { kind: _, ...rest } = step;
  return rest;
}

export class ProceedingPage {
  readonly items!: ProceedingAnswer[];
  readonly next!: string | null;
  /** The instant that the states are about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}
