import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../clock/clock';
import { History } from '../../history/history';
import { FactsReader } from '../../register/facts-reader';
import type { RecordedCheck } from '../domain/check';
import { cluesOf } from '../domain/clues-of';
import type { AskedCheck } from '../domain/parse-question';
import { PurchaseChecks } from '../purchase-checks';
import type { Asking } from './asking';
import {
  decideCheck,
  readQuestion,
  type Known,
  type ReadQuestion,
  type Refused,
} from './decide-check';
import { checkOf, outcomesOf, type Outcomes } from './outcome';

/**
 * Makes checks without a register in memory: in one transaction that reads one state of the tables, decides, and
 * records. For what runs once and beside the service, as a command or the seed of a demonstration.
 */
export class RecordOnce {
  /** @param issuer the registry's own absolute URI */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly issuer: string,
  ) {}

  /** @throws the refusals of a check */
  async execute(asked: AskedCheck, asking: Asking): Promise<RecordedCheck> {
    const { outcomes } = await this.executeAll([asked], asking);
    return checkOf(outcomes[0]).check;
  }

  /** Decides checks at one position and records them together; what is wrong with one is told of it alone. */
  executeAll(asked: readonly AskedCheck[], asking: Asking): Promise<Outcomes> {
    const { clock, issuer } = this;
    return this.dataSource.transaction('REPEATABLE READ', (tx) =>
      recordIn(tx, asked, { asking, clock, issuer }),
    );
  }
}

/** Decides and records checks as part of a transaction, which sees one state of the tables. */
export async function recordIn(
  tx: EntityManager,
  asked: readonly AskedCheck[],
  { asking, clock, issuer }: { asking: Asking; clock: Clock; issuer: string },
): Promise<Outcomes> {
  const readings = asked.map((request) => readQuestion(request, asking));
  const history = new History(tx);
  const { size: position } = await history.head();
  const decidedAt = await history.present(clock.now());
  const known = await factsOf(tx, position, readings);
  const decided = readings.map((reading) =>
    'question' in reading ? decideCheck(reading, { known, decidedAt, asking }) : reading,
  );
  const made = decided.filter((one) => 'check' in one);
  const batch = await new PurchaseChecks(tx).add(made, position, issuer);
  return { position, outcomes: outcomesOf(decided, batch) };
}

async function factsOf(
  tx: EntityManager,
  position: number,
  readings: readonly (ReadQuestion | Refused)[],
): Promise<Known> {
  const questions = readings.flatMap((one) => ('question' in one ? cluesOf(one.question) : []));
  const facts = await new FactsReader(tx, position).read(questions);
  return { position, factsFor: (clues) => facts.of(clues) };
}
