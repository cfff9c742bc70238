import { v7 } from 'uuid';
import { PositionNotReached } from '../../history/domain/errors';
import { InvalidRequest, RegistryError } from '../../problems/registry-error';
import type { Clues } from '../../register/domain/clues';
import type { Facts } from '../../register/domain/facts';
import type { Check } from '../domain/check';
import type { Thresholds } from '../../screening/domain/thresholds';
import { cluesOf } from '../domain/clues-of';
import { decide } from '../domain/decide';
import { parseQuestion, type AskedCheck, type ParsedQuestion } from '../domain/parse-question';
import { validUntil } from '../domain/validity';
import type { Asking } from './asking';

/** A question that can be read, with the request that it came in. */
export interface ReadQuestion {
  readonly request: AskedCheck;
  readonly question: ParsedQuestion;
}

/** A check to be recorded, with the request that it answers. */
export interface MadeCheck {
  readonly check: Check;
  readonly request: AskedCheck;
}

/** Why a question gets no check. */
export interface Refused {
  readonly refusal: RegistryError;
}

/** Where the facts of one position are had: a register, or the tables. */
export interface Known {
  readonly position: number;
  factsFor(clues: Clues): Facts;
}

/** Under which circumstances a check is decided. */
export interface Deciding {
  readonly known: Known;
  readonly decidedAt: Date;
  readonly asking: Asking;
  /** From which scores on a likeness counts; left out: by default. */
  readonly thresholds?: Thresholds;
}

/** Reads a question for who asks it. */
export const readQuestion = (request: AskedCheck, { agency }: Asking): ReadQuestion | Refused =>
  orRefusal(() => ({ request, question: parseQuestion(request, agency) }));

/**
 * Decides one check.
 *
 * @param id of a check that was decided before and not recorded; left out: a new one
 */
export function decideCheck(
  { request, question }: ReadQuestion,
  { known, decidedAt, asking, thresholds }: Deciding,
  id = v7(),
): MadeCheck | Refused {
  return orRefusal(() => {
    const { position } = known;
    requirePosition(request.minPosition, position);
    const facts = known.factsFor(cluesOf(question, thresholds));
    requireList(question.purchase.list, facts);
    const whole = { ...question, at: request.at ?? decidedAt };
    const { holdsUntil, ...decision } = decide(whole, facts, thresholds);
    const check: Check = {
      ...{ id, ...decision, position, at: whole.at, decidedAt },
      validUntil: validUntil(decidedAt, whole, { holdsUntil, ...decision }, facts),
      askedBy: { id: asking.id, agency: asking.agency },
      asked: { vendor: request.vendor, purchase: question.purchase },
    };
    return { request, check };
  });
}

/** The present, never before the last entry: instances whose clocks differ agree on the order of time. */
export const presentAt = ({ recordedAt }: { readonly recordedAt: Date }, now: Date): Date =>
  recordedAt > now ? recordedAt : now;

/** @throws {PositionNotReached} */
export function requirePosition(asked: number | undefined, position: number): void {
  if (asked !== undefined && asked > position) throw new PositionNotReached(asked, position);
}

/** @throws {InvalidRequest} where there is no such list: that is a mistake, and must not be told as a verdict */
export function requireList(asked: string | null, { lists }: Facts): void {
  if (asked === null || lists.some(({ code }) => code === asked)) return;
  throw new InvalidRequest([{ pointer: '/purchase/list', message: 'is not the code of a list' }]);
}

/** What an act gives, or the refusal that it ends in. Faults are not caught: they are nobody's answer. */
function orRefusal<Result>(act: () => Result): Result | Refused {
  try {
    return act();
  } catch (error) {
    if (error instanceof RegistryError) return { refusal: error };
    throw error;
  }
}
