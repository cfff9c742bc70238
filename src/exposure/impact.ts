import { setImmediate } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cluesOf } from '../checks/domain/clues-of';
import { decide } from '../checks/domain/decide';
import type { Verdict } from '../checks/domain/verdict';
import { Environment, thresholdsIn } from '../config/environment';
import { Registers } from '../register/domain/register';
import { FactsReader } from '../register/facts-reader';
import type { KnownFacts } from '../register/known-facts';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../screening/domain/thresholds';
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
  private readonly thresholds: Thresholds;

  /** @param registers left out: names are read from the tables, as in one-off commands and in tests */
  constructor(
    @Optional() private readonly registers?: Registers,
    @Optional() environment?: Environment,
  ) {
    super();
    this.thresholds = environment ? thresholdsIn(environment) : DEFAULT_THRESHOLDS;
  }

  async look(tx: EntityManager, change: TriedChange): Promise<Foreseen> {
    const since = after(change.now, LOOKING_BACK);
    const concern = await concernOfChange(tx, change);
    const recorded = new ConcernedChecks(tx, concern, { since, until: null });
    const { looked: most, examined: limit } = this.most;
    const { checks, lookedTo } = await recorded.find({ start: null, limit, most });
    const ids = checks.map(({ id }) => id);
    const recordedAnew = await recordedQuestions(tx, ids);
    const tried = await this.askedAnew(tx, recordedAnew, change);
    const looked = { since, examined: ids.length, incomplete: lookedTo !== null };
    return async () => countImpact(await turnedOf(tried), looked);
  }

  private async askedAnew(
    tx: EntityManager,
    recorded: readonly RecordedQuestion[],
    { content, now, before, after: size }: TriedChange,
  ): Promise<AskedAnew> {
    const { thresholds } = this;
    const names = recorded.length === 0 ? undefined : this.registers?.current().names;
    const questions = recorded.map(({ question }) => cluesOf(question, thresholds));
    return {
      ...{ recorded, thresholds, from: startOfChange(content, now) },
      without: await new FactsReader(tx, before, names).read(questions),
      withIt: await new FactsReader(tx, size, names).read(questions),
    };
  }
}

/** Recorded questions with all that they rest on, without a change and with it. */
interface AskedAnew {
  readonly recorded: readonly RecordedQuestion[];
  /** The first instant at which the change holds; null: always. */
  readonly from: Date | null;
  readonly thresholds: Thresholds;
  readonly without: KnownFacts;
  readonly withIt: KnownFacts;
}

async function turnedOf({ recorded, from, ...tried }: AskedAnew): Promise<TurnedCheck[]> {
  const turned: TurnedCheck[] = [];
  for (const [index, check] of recorded.entries()) {
    // Whoever else asks this process is not to wait for all of it.
    if (index % AT_ONCE === 0) await setImmediate();
    const at = from !== null && from > check.at ? from : check.at;
    const verdict = verdictOf(check, at, tried.without, tried);
    const wouldBe = verdictOf(check, at, tried.withIt, tried);
    if (verdict !== wouldBe) turned.push(turnedCheck(check, verdict, wouldBe));
  }
  return turned;
}

const AT_ONCE = 20;

const verdictOf = (
  { question }: RecordedQuestion,
  at: Date,
  known: KnownFacts,
  { thresholds }: Pick<AskedAnew, 'thresholds'>,
): Verdict =>
  decide({ ...question, at }, known.of(cluesOf(question, thresholds)), thresholds).verdict;

const turnedCheck = (
  { id, decidedAt, agency, client, reference }: RecordedQuestion,
  verdict: Verdict,
  wouldBe: Verdict,
): TurnedCheck => ({
  ...{ id, decidedAt: decidedAt.toISOString(), agency, client, reference },
  ...{ verdict, wouldBe },
});
