import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../src/clock/clock';
import { History } from '../../src/history/history';
import { FactsReader } from '../../src/register/facts-reader';
import type { RecordedCheck } from '../../src/checks/domain/check';
import { cluesOf } from '../../src/checks/domain/clues-of';
import type { AskedCheck } from '../../src/checks/domain/parse-question';
import { batchOf } from '../../src/checks/recording/batch';
import { parametersOf, recordBatch } from '../../src/checks/recording/batch-sql';
import type { Asking } from '../../src/checks/recording/asking';
import {
  decideCheck,
  readQuestion,
  type Known,
  type ReadQuestion,
  type Refused,
} from '../../src/checks/recording/decide-check';
import { checkOf, outcomesOf, type Outcomes } from '../../src/checks/recording/outcome';

/**
 * Makes checks without a register in memory: in one transaction that reads one state of the tables, decides, and
 * records. For tests that are not about the service.
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
  if (made.length === 0) return { position, outcomes: outcomesOf(decided, undefined) };
  const batch = batchOf(made, position, issuer);
  await tx.query(recordBatch('true'), parametersOf(batch));
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
