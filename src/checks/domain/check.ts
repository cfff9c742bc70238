import { toJson } from '../../history/domain/json';
import { canonicalText } from './canonical';
import type { Candidate, MatchedVendor, Screening } from './decide';
import type { AskedVendor } from './parse-question';
import type { Purchase } from './question';
import type { Reason } from './reason';
import type { Verdict } from './verdict';

/** A question and its answer: who asked, for which purchase, the verdict, and the position it was decided at. */
export interface Check {
  /** UUIDv7. */
  readonly id: string;
  readonly verdict: Verdict;
  /** The history position (number of entries) that it was decided at. */
  readonly position: number;
  /** The instant of the purchase. */
  readonly at: Date;
  readonly decidedAt: Date;
  /** Until when the answer may be relied on. */
  readonly validUntil: Date;
  readonly vendor: MatchedVendor | null;
  readonly candidates: readonly Candidate[];
  readonly reasons: readonly Reason[];
  /** How likenesses were judged; checks that were made before names were compared lack it. */
  readonly screening?: Screening;
  readonly askedBy: { readonly id: string; readonly agency: string };
  readonly asked: { readonly vendor: AskedVendor; readonly purchase: Purchase };
}

/** A value as JSON tells it: instants are RFC 3339 text, and what is undefined is not there. */
export type Told<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Part)[]
    ? Told<Part>[]
    : Value extends object
      ? { readonly [Member in keyof Value]: Told<Exclude<Value[Member], undefined>> }
      : Value;

export const tell = <Value>(value: Value): Told<Value> => toJson(value) as Told<Value>;

/** A check as it is recorded and answered. */
export type RecordedCheck = Told<Check>;

/** The canonical bytes (RFC 8785) of a check or its request, by which it is kept. */
export function canonicalOf(value: object): Buffer {
  return Buffer.from(canonicalText(value), 'utf8');
}

/** A check read back from the bytes it is kept by. */
export function readCheck(canonical: Buffer): RecordedCheck {
  return JSON.parse(canonical.toString('utf8')) as RecordedCheck;
}
