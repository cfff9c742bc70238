import fc from 'fast-check';
import { AskStanding } from '../src/checks/ask-standing';
import { cluesOf } from '../src/checks/domain/clues-of';
import { decide, type Decision } from '../src/checks/domain/decide';
import { parseQuestion, type AskedCheck } from '../src/checks/domain/parse-question';
import { REASON_CODES, type ReasonCode } from '../src/checks/domain/reason';
import { FactsReader } from '../src/register/facts-reader';
import { History } from '../src/history/history';
import { Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { day } from './support/facts';
import { KeptTwice, type Fact } from './support/kept-twice';
import { TestRegisters } from './support/registers';
import { someQuestion, someStory, someVendors, type Story } from './support/random-facts';

const CALLER = { id: '01980000-0000-7000-8000-0000000000c1', agency: 'DHS' };
const CLOCK = new SettableClock(day('2026-01-01'));

/** So many questions are asked alone, since what others ask about is known to all that are asked with them. */
const ALONE = 16;

/** A decision but for the time that it holds, which rests on what is near the question. */
const comeTo = ({ holdsUntil: _, ...decision }: Decision): object =>
  JSON.parse(JSON.stringify(decision)) as object;

describe('the facts that answers rest on', () => {
  let db: TestDatabase;
  let registers: TestRegisters;
  const seen = new Set<ReasonCode>();

  /** A registry of its own, and two sizes of its history: the last, and one on the way there. */
  async function keep(vendors: readonly Fact[], story: Story) {
    db = await TestDatabase.create();
    const changes = new Changes(db.dataSource, CLOCK);
    for (const code of ['a-list', 'b-list']) await changes.openList({ code, name: code });
    return db.dataSource.transaction(async (tx) => {
      const registry = new KeptTwice(tx);
      for (const vendor of vendors) await registry.learn(vendor);
      const { size: first } = await new History(tx).head();
      for (const [fact, forgotten] of story) {
        await registry.learn(fact);
        if (forgotten !== null) await registry.forget(forgotten);
      }
      const { size: last } = await new History(tx).head();
      return { registry, sizes: [last, Math.floor((first + last) / 2)] };
    });
  }

  async function expectSame(registry: KeptTwice, asked: readonly AskedCheck[], size: number) {
    const questions = asked.map((one) => parseQuestion(one, CALLER.agency));
    const known = await new FactsReader(db.dataSource.manager, size).read(
      questions.map((question) => cluesOf(question)),
    );
    const standing = new AskStanding(db.dataSource, registers, CLOCK);
    for (const [index, one] of asked.entries()) {
      const question = { ...questions[index]!, at: one.at! };
      const expected = registry.decide(question, size);
      expect(comeTo(decide(question, known.of(cluesOf(question))))).toEqual(comeTo(expected));
      for (const { code } of expected.reasons) seen.add(code);
      if (index >= ALONE) continue;
      const alone = await standing.execute({ ...one, knownAt: size }, CALLER);
      expect(alone).toMatchObject(comeTo(expected));
    }
  }

  it('leave nothing out, for one question and for many, now and as known before', async () => {
    const questions = fc.array(someQuestion, { minLength: 80, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(someVendors, someStory, questions, async (vendors, story, asked) => {
        const { registry, sizes } = await keep(vendors, story);
        registers = await TestRegisters.open(db.dataSource);
        for (const size of sizes) await expectSame(registry, asked, size);
        await registers.close();
        await db.destroy();
      }),
      { numRuns: 12, endOnFailure: true },
    );
    // What is never told proves nothing.
    expect(REASON_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });
});
