import { Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { Environment, thresholdsIn } from '../config/environment';
import { History } from '../history/history';
import { tell, type Told } from './domain/check';
import { cluesOf } from './domain/clues-of';
import { decide, type Decision } from './domain/decide';
import { parseQuestion, type AskedCheck, type ParsedQuestion } from './domain/parse-question';
import { Registers } from '../register/domain/register';
import { FactsReader } from '../register/facts-reader';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../screening/domain/thresholds';
import type { Asking } from './recording/asking';
import { presentAt, requireList, requirePosition, type Known } from './recording/decide-check';

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
  private readonly thresholds: Thresholds;

  constructor(
    private readonly dataSource: DataSource,
    private readonly registers: Registers,
    private readonly clock: Clock,
    @Optional() environment?: Environment,
  ) {
    this.thresholds = environment ? thresholdsIn(environment) : DEFAULT_THRESHOLDS;
  }

  /** @throws the refusals of a check */
  async execute({ knownAt, ...asked }: AskedStanding, { agency }: Asking): Promise<Told<Standing>> {
    const question = parseQuestion(asked, agency);
    const { known, at } =
      knownAt === undefined ? await this.now(asked) : await this.past(knownAt, asked, question);
    const facts = known.factsFor(cluesOf(question, this.thresholds));
    requireList(question.purchase.list, facts);
    const { holdsUntil: _, ...decision } = decide({ ...question, at }, facts, this.thresholds);
    return tell({ ...decision, position: known.position, at, knownAt: knownAt ?? null });
  }

  private async now({ at, minPosition }: AskedCheck): Promise<Circumstances> {
    const register = await this.registers.fresh();
    requirePosition(minPosition, register.position);
    return { known: register, at: at ?? presentAt(register, this.clock.now()) };
  }

  private past(
    knownAt: number | Date,
    { at, minPosition }: AskedCheck,
    question: ParsedQuestion,
  ): Promise<Circumstances> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      await history.require(minPosition);
      const position = await history.sizeKnownAt(knownAt);
      const { names } = this.registers.current();
      const clues = [cluesOf(question, this.thresholds)];
      const facts = await new FactsReader(tx, position, names).read(clues);
      return {
        known: { position, factsFor: (asked) => facts.of(asked) },
        at: at ?? (await history.present(this.clock.now())),
      };
    });
  }
}

/** What is known, and the instant asked about. */
interface Circumstances {
  readonly known: Known;
  readonly at: Date;
}
