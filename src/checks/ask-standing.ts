import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import { tell, type Told } from './domain/check';
import { cluesOf } from './domain/clues-of';
import { decide, type Decision } from './domain/decide';
import { parseQuestion, type AskedCheck } from './domain/parse-question';
import { FactsReader } from '../register/facts-reader';
import type { Asking } from './recording/asking';

/** A question about standing, as known now or then. */
export interface AskedStanding extends AskedCheck {
  /** As known at a number of entries or at an instant; left out: now. */
  readonly knownAt?: number | Date | undefined;
}

/** How a vendor stands: what a check would say, without a record and without permission to buy. */
export interface Standing extends Omit<Decision, 'holdsUntil'> {
  /** The history position (number of entries) that it rests on. */
  readonly position: number;
  /** The instant asked about. */
  readonly at: Date;
  /** The position or instant asked for; null: now. */
  readonly knownAt: number | Date | null;
}

/** Answers what a check would say, or would have said with what was known then. Records nothing. */
@Injectable()
export class AskStanding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws the refusals of a check */
  execute({ knownAt, ...asked }: AskedStanding, { agency }: Asking): Promise<Told<Standing>> {
    const question = parseQuestion(asked, agency);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      await history.require(asked.minPosition);
      const position = await history.sizeKnownAt(knownAt);
      const at = asked.at ?? (await history.present(this.clock.now()));
      const facts = await new FactsReader(tx, position).read([cluesOf(question)]);
      facts.requireList(question.purchase.list);
      const { holdsUntil: _, ...decision } = decide(
        { ...question, at },
        facts.of(cluesOf(question)),
      );
      return tell({ ...decision, position, at, knownAt: knownAt ?? null });
    });
  }
}
