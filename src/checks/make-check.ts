import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import { PositionNotReached } from '../history/domain/errors';
import { History } from '../history/history';
import { RegistryError } from '../problems/registry-error';
import type { Check, RecordedCheck } from './domain/check';
import { cluesOf } from './domain/clues-of';
import { decide } from './domain/decide';
import { parseQuestion, type AskedCheck, type ParsedQuestion } from './domain/parse-question';
import { validUntil } from './domain/validity';
import { FactsReader } from '../register/facts-reader';
import type { KnownFacts } from '../register/known-facts';
import { PurchaseChecks, type MadeCheck } from './purchase-checks';
import { recordingSeconds, recordInTime } from './record-in-time';

/** Who asks. */
export type Asking = Pick<Caller, 'id' | 'agency'>;

/** What came of one question among many: its check as recorded, or why it was refused. */
export type Outcome = { readonly check: RecordedCheck } | { readonly refusal: RegistryError };

/** What came of many questions, in their order, all decided at one position. */
export interface Outcomes {
  readonly position: number;
  readonly outcomes: readonly Outcome[];
}

/** Answers whether a vendor may be bought from. No answer without its record, and none in doubt of it. */
@Injectable()
export class MakeCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides and records one check.
   *
   * @throws {MalformedIdentifier} when an identifier breaks its format
   * @throws {InvalidRequest} when members don't fit each other, or there is no list of that code
   * @throws {PositionNotReached} when the history is shorter than `minPosition`
   * @throws {NotRecordedInTime} when the record could not be committed within 2 s
   */
  async execute(asked: AskedCheck, caller: Asking): Promise<RecordedCheck> {
    const { outcomes } = await this.executeAll([asked], caller);
    const [outcome] = outcomes;
    if (!outcome) throw new Error('A question had no outcome.');
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.check;
  }

  /**
   * Decides checks at one position and records them together; what is wrong with one is told of it alone.
   *
   * @throws {NotRecordedInTime} when the records could not be committed within 8 s, or the only one within 2 s
   */
  executeAll(asked: readonly AskedCheck[], caller: Asking): Promise<Outcomes> {
    const questions = asked.map((request) => readQuestion(request, caller));
    return recordInTime(this.dataSource, recordingSeconds(asked.length), async (tx) => {
      const history = new History(tx);
      const { size: position } = await history.head();
      const decidedAt = await history.present(this.clock.now());
      const parsed = questions.flatMap((read) => ('question' in read ? read.question : []));
      const facts = await new FactsReader(tx, position).read(parsed.map(cluesOf));
      const made = questions.map((read) =>
        'question' in read ? makeOne(read, facts, { position, decidedAt, caller }) : read,
      );
      return { position, outcomes: await record(tx, made) };
    });
  }
}

type ReadQuestion =
  | { readonly request: AskedCheck; readonly question: ParsedQuestion }
  | { readonly refusal: RegistryError };

type Made = MadeCheck | { readonly refusal: RegistryError };

const readQuestion = (request: AskedCheck, { agency }: Asking): ReadQuestion =>
  orRefusal(() => ({ request, question: parseQuestion(request, agency) }));

function makeOne(
  { request, question }: Extract<ReadQuestion, { question: unknown }>,
  known: KnownFacts,
  { position, decidedAt, caller }: { position: number; decidedAt: Date; caller: Asking },
): Made {
  return orRefusal(() => {
    requirePosition(request.minPosition, position);
    known.requireList(question.purchase.list);
    const whole = { ...question, at: request.at ?? decidedAt };
    const facts = known.of(cluesOf(question));
    const { holdsUntil, ...decision } = decide(whole, facts);
    const check: Check = {
      id: v7(),
      ...decision,
      ...{ position, at: whole.at, decidedAt },
      validUntil: validUntil(decidedAt, whole, { holdsUntil, ...decision }, facts),
      askedBy: { id: caller.id, agency: caller.agency },
      asked: { vendor: request.vendor, purchase: question.purchase },
    };
    return { request, check };
  });
}

function requirePosition(asked: number | undefined, position: number): void {
  if (asked !== undefined && asked > position) throw new PositionNotReached(asked, position);
}

async function record(tx: EntityManager, made: readonly Made[]): Promise<Outcome[]> {
  const checks = made.filter((one) => 'check' in one);
  const recorded = await new PurchaseChecks(tx).add(checks);
  const told = new Map(checks.map((one, index) => [one, recorded[index]]));
  return made.map((one) => {
    if ('refusal' in one) return one;
    const check = told.get(one);
    if (!check) throw new Error('A check was not recorded.');
    return { check };
  });
}

/** What an act gives, or the refusal that it ends in. Faults are not caught: they are nobody's answer. */
function orRefusal<Result>(act: () => Result): Result | { readonly refusal: RegistryError } {
  try {
    return act();
  } catch (error) {
    if (error instanceof RegistryError) return { refusal: error };
    throw error;
  }
}
