import type { RegistryError } from '../../problems/registry-error';
import type { Register } from '../../register/domain/register';
import type { Thresholds } from '../../screening/domain/thresholds';
import { NotRecordedInTime } from '../domain/errors';
import type { AskedCheck } from '../domain/parse-question';
import { askingAt, stillAsks, type Asking } from './asking';
import type { Batch } from './batch';
import {
  decideCheck,
  presentAt,
  readQuestion,
  type MadeCheck,
  type ReadQuestion,
  type Refused,
} from './decide-check';
import { outcomesOf, type Outcomes } from './outcome';

/** How long a caller waits for the records of its checks before it is told that there are none. */
const SECONDS = 2;

/** The questions of one request, from when they came until they are answered: together and at one position. */
export class WaitingGroup {
  /** What comes of them. @throws {NotRecordedInTime} and whatever else keeps them from being answered */
  readonly settled: Promise<Outcomes>;
  private settle!: (outcomes: Outcomes) => void;
  private reject!: (fault: unknown) => void;
  private readonly timer: NodeJS.Timeout;
  private readonly questions: Question[];
  private decided: readonly (MadeCheck | Refused)[] = [];
  private open = true;
  private underWay = false;

  constructor(
    asked: readonly AskedCheck[],
    private asking: Asking,
  ) {
    this.settled = new Promise((settle, reject) => Object.assign(this, { settle, reject }));
    const giveUp = (): void => this.fail(new NotRecordedInTime(SECONDS, this.underWay));
    this.timer = setTimeout(giveUp, SECONDS * 1000);
    this.questions = asked.map((request) => ({ reading: readQuestion(request, asking) }));
  }

  /** Number of checks. */
  get size(): number {
    return this.questions.length;
  }

  /** Whether someone still waits for the answer. */
  get isOpen(): boolean {
    return this.open;
  }

  /**
   * Whether it would be refused something for what a register does not tell. Only the newest register may do so: the
   * record shows of a verdict that it rests on the newest, and of a refusal there is no record.
   */
  outgrows(register: Register, now: Date): boolean {
    const read = this.questions.flatMap(({ reading }) => ('question' in reading ? reading : []));
    return (
      read.length === 0 ||
      read.some((one) => isBeyond(register, one)) ||
      !stillAsks(this.asking, register, now)
    );
  }

  /**
   * Decides all of its checks; one that was decided before keeps its id.
   *
   * @returns those that are to be recorded
   * @throws {Unauthenticated} when the register does not know who asks any more
   * @throws {Forbidden} when the register does not let it ask any more
   */
  decide(register: Register, now: Date, thresholds?: Thresholds): MadeCheck[] {
    this.ask(askingAt(this.asking, register, now));
    const decidedAt = presentAt(register, now);
    const { asking } = this;
    const deciding = { known: register, decidedAt, asking, ...(thresholds && { thresholds }) };
    this.decided = this.questions.map((question) => {
      if ('refusal' in question.reading) return question.reading;
      const one = decideCheck(question.reading, deciding, question.id);
      if ('check' in one) question.id = one.check.id;
      return one;
    });
    return this.decided.filter((one) => 'check' in one);
  }

  /** Tells whether its checks may be recorded by now though it is not known that they are. */
  mayBeRecorded(perhaps: boolean): void {
    this.underWay = perhaps;
  }

  /** Answers with a batch that is committed. @param first the leaf of the first of its checks there */
  answer(position: number, batch?: Batch, first?: number): void {
    this.close(() => this.settle({ position, outcomes: outcomesOf(this.decided, batch, first) }));
  }

  /** Has one of its checks, which must not be decided again, refused. */
  refuse(check: string, refusal: RegistryError): void {
    const question = this.questions.find(({ id }) => id === check);
    if (question) question.reading = { refusal };
  }

  /** Answers that there is no answer. */
  fail(fault: unknown): void {
    this.close(() => this.reject(fault));
  }

  private close(tell: () => void): void {
    if (!this.open) return;
    this.open = false;
    clearTimeout(this.timer);
    tell();
  }

  /** A purchase is for the agency that asks, where it names no other. */
  private ask(asking: Asking): void {
    const moved = asking.agency !== this.asking.agency;
    this.asking = asking;
    if (!moved) return;
    for (const question of this.questions) {
      if ('refusal' in question.reading) continue;
      question.reading = readQuestion(question.reading.request, asking);
    }
  }
}

interface Question {
  reading: ReadQuestion | Refused;
  /** Id of its check, once it was decided. */
  id?: string;
}

/** Whether a question names a position or a list that a register has not. */
function isBeyond(register: Register, { request, question }: ReadQuestion): boolean {
  const { list } = question.purchase;
  if ((request.minPosition ?? 0) > register.position) return true;
  return list !== null && !register.hasList(list);
}
