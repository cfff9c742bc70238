import type { Question } from './model';

/** When a request was sent, and when its answer was there whole: milliseconds of one clock that never goes back. */
export interface Timed {
  readonly begun: number;
  readonly ended: number;
}

/** An answer to a check, as far as it is examined. */
export interface ToldCheck {
  readonly id: string;
  readonly verdict: string;
  readonly position: number;
  /** The codes of its reasons, in alphabetical order. */
  readonly codes: readonly string[];
  /** SHA-256, hexadecimal, of the canonical answer without its receipt. */
  readonly digest: string;
}

/** A check that was answered with a verdict. */
export interface AnsweredCheck extends Timed {
  /** Who asked: one client sends its next request when it has the answer to the last. */
  readonly client: number;
  /** What the request called its purchase; no other request has the same. */
  readonly request: string;
  /** What was sent in one request; null: it was sent alone. */
  readonly batch: string | null;
  readonly question: Question;
  readonly answer: ToldCheck;
}

/** A request for checks that was answered without one, or not at all. */
export interface UnansweredCheck extends Timed {
  readonly client: number;
  /** What it called its purchase, or the first of several. */
  readonly request: string;
  /** 0: the connection broke before the answer was whole. */
  readonly status: number;
  /** Id of the key that it came with. */
  readonly key: string;
  /** The body of the answer, whole. */
  readonly text: string;
}

/** A change of the registry that was acknowledged. */
export interface AcknowledgedChange extends Timed {
  readonly what: string;
  /** The size of the history with it. */
  readonly position: number;
}

/** What was asked and answered, as those saw it who asked. */
export interface Log {
  readonly checks: readonly AnsweredCheck[];
  readonly unanswered: readonly UnansweredCheck[];
  readonly changes: readonly AcknowledgedChange[];
}

/** A check as the registry has it recorded. */
export interface RecordedRow {
  readonly id: string;
  /** What its request called the purchase. */
  readonly request: string;
  readonly verdict: string;
  readonly position: number;
  /** SHA-256, hexadecimal, of the bytes that it is kept by. */
  readonly digest: string;
}
