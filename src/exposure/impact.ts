import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cluesOf } from '../checks/domain/clues-of';
import { decide } from '../checks/domain/decide';
import type { Verdict } from '../checks/domain/verdict';
import { FactsReader } from '../register/facts-reader';
import type { KnownFacts } from '../register/known-facts';
import { after } from '../clock/domain/after';
import type { TurnedCheck } from '../proposals/domain/impact';
import { Foresight, type Foreseen, type TriedChange } from '../proposals/foresight';
import { concernOfChange } from './concern-of-change';
import { ConcernedChecks } from './concerned-checks';
import { countImpact } from './domain/count-impact';
import { startOfChange } from './domain/start-of-change';
import { recordedQuestions, type RecordedQuestion } from './recorded-questions';

/** How far back checks are looked at. */
const LOOKING_BACK = 'P-90D';

/**
 * What a change would have changed: recorded checks decided anew, once without and once with it, by the same function
 * that decides checks.
 *
 * Each is asked about its own time, or about the first instant of the change where that is later: a change from now on
 * tells what the same purchases would be answered once it holds.
 */
@Injectable()
export class ImpactOfChange extends Foresight {
  /** Most checks that are looked through, and most that are decided anew: the newest. */
  protected readonly most = { looked: 20_000, examined: 2000 };

  async look(tx: EntityManager, change: TriedChange): Promise<Foreseen> {
    const since = after(change.now, LOOKING_BACK);
    const concern = await concernOfChange(tx, change);
    const recorded = new ConcernedChecks(tx, concern, { since, until: null });
    const { looked: most, examined: limit } = this.most;
    const { checks, lookedTo } = await recorded.find({ start: null, limit, most });
    const ids = checks.map(({ id }) => id);
    const tried = await askedAnew(tx, await recordedQuestions(tx, ids), change);
    const looked = { since, examined: ids.length, incomplete: lookedTo !== null };
    return async () => countImpact(await turnedOf(tried), looked);
  }
}

/** Recorded questions with all that they rest on, without a change and with it. */
interface AskedAnew {
  readonly recorded: readonly RecordedQuestion[];
  /** The first instant at which the change holds; null: always. */
  readonly from: Date | null;
  readonly without: KnownFacts;
  readonly withIt: KnownFacts;
}

async function askedAnew(
  tx: EntityManager,
  recorded: readonly RecordedQuestion[],
  { content, now, before, after: size }: TriedChange,
): Promise<AskedAnew> {
  const questions = recorded.map(({ question }) => cluesOf(question));
  return {
    ...{ recorded, from: startOfChange(content, now) },
    without: await new FactsReader(tx, before).read(questions),
    withIt: await new FactsReader(tx, size).read(questions),
  };
}

async function turnedOf({ recorded, from, without, withIt }: AskedAnew): Promise<TurnedCheck[]> {
  const turned: TurnedCheck[] = [];
  for (const [index, check] of recorded.entries()) {
    // Whoever else asks this process is not to wait for all of it.
    if (index % AT_ONCE === 0) await setImmediate();
    const at = from !== null && from > check.at ? from : check.at;
    const verdict = verdictOf(check, at, without);
    const wouldBe = verdictOf(check, at, withIt);
    if (verdict !== wouldBe) turned.push(turnedCheck(check, verdict, wouldBe));
  }
  return turned;
}

const AT_ONCE = 20;

const verdictOf = ({ question }: RecordedQuestion, at: Date, known: KnownFacts): Verdict =>
  decide({ ...question, at }, known.of(cluesOf(question))).verdict;

const turnedCheck = (
  { id, decidedAt, agency, client, reference }: RecordedQuestion,
  verdict: Verdict,
  wouldBe: Verdict,
): TurnedCheck => ({
  ...{ id, decidedAt: decidedAt.toISOString(), agency, client, reference },
  ...{ verdict, wouldBe },
});
