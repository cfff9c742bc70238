import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { cluesOf } from '../src/checks/domain/clues-of';
import { decide } from '../src/checks/domain/decide';
import { parseQuestion, type AskedCheck } from '../src/checks/domain/parse-question';
import { History } from '../src/history/history';
import type { Facts } from '../src/register/domain/facts';
import { FactsReader } from '../src/register/facts-reader';
import { RegisterSource } from '../src/register/loading/register-source';
import type { MemoryRegister } from '../src/register/memory/memory-register';
import { Changes } from './support/changes';
import { SettableClock } from './support/clock';
import { TestDatabase } from './support/database';
import { day } from './support/facts';
import { KeptTwice } from './support/kept-twice';
import { someQuestion, someStory, someVendors, type Story } from './support/random-facts';

const CLOCK = new SettableClock(day('2026-01-01'));
const SILENT = { log: () => undefined } as unknown as Logger;

/** Parts of facts in one order; nothing of them hangs on it. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => JSON.stringify(inOneOrder(part)));
    return parts.sort();
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, inOneOrder(part)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Facts as they can be compared: waivers for whom the vendors are known as, whoever is asked about. */
function comparable(facts: Facts, { parts: { merges } }: MemoryRegister): unknown {
  const knownAs = (id: string): string => {
    const merge = merges.get(id);
    return merge ? knownAs(merge.survivor) : id;
  };
  const exclusions = facts.exclusions.map((exclusion) => ({
    ...exclusion,
    waivers: exclusion.waivers.map((waiver) => ({
      ...waiver,
      vendor: waiver.vendor === null ? null : knownAs(waiver.vendor),
    })),
  }));
  return inOneOrder({ ...facts, exclusions });
}

describe('the register', () => {
  let db: TestDatabase;
  let source: RegisterSource;

  async function open(): Promise<Changes> {
    db = await TestDatabase.create();
    source = new RegisterSource(db.dataSource, SILENT);
    return new Changes(db.dataSource, CLOCK);
  }

  async function close(): Promise<void> {
    await source.close();
    await db.destroy();
  }

  async function expectFactsOfTables(register: MemoryRegister, asked: readonly AskedCheck[]) {
    for (const one of asked) {
      const parsed = parseQuestion(one, 'DHS');
      const question = { ...parsed, at: one.at! };
      const clues = cluesOf(parsed);
      const reader = new FactsReader(db.dataSource.manager, register.position);
      const read = (await reader.read([clues])).of(clues);
      const held = register.factsFor(clues);
      expect(comparable(held, register)).toEqual(comparable(read, register));
      expect(decide(question, held)).toEqual(decide(question, read));
    }
  }

  const expectSame = (one: MemoryRegister, other: MemoryRegister, asked: readonly AskedCheck[]) => {
    for (const question of asked) {
      const clues = cluesOf(parseQuestion(question, 'DHS'));
      expect(comparable(one.factsFor(clues), one)).toEqual(
        comparable(other.factsFor(clues), other),
      );
    }
  };

  /** Tells a story, each part in a transaction of its own, and follows it. */
  async function follow(registry: KeptTwice, story: Story, asked: readonly AskedCheck[]) {
    let register = await source.load();
    for (const [index, [fact, forgotten]] of story.entries()) {
      await db.dataSource.transaction(async (tx) => {
        await registry.within(tx).learn(fact);
        if (forgotten !== null) await registry.forget(forgotten);
      });
      const before = register;
      const said = before.factsFor(cluesOf(parseQuestion(asked[0]!, 'DHS')));
      register = await source.catchUp(before);
      expect(register.position).toBe((await new History(db.dataSource.manager).head()).size);
      const some = asked.slice((index * 3) % asked.length).slice(0, 3);
      expectSame(register, await source.load(), asked);
      await expectFactsOfTables(register, some);
      // What one holds stays, whatever comes after.
      expect(before.factsFor(cluesOf(parseQuestion(asked[0]!, 'DHS')))).toEqual(said);
    }
    return register;
  }

  it('follows each change, and then holds what the tables hold', async () => {
    const questions = fc.array(someQuestion, { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(someVendors, someStory, questions, async (vendors, story, asked) => {
        const changes = await open();
        for (const code of ['a-list', 'b-list']) await changes.openList({ code, name: code });
        const facts = vendors.map((vendor): Story[number] => [vendor, null]);
        const registry = new KeptTwice(db.dataSource.manager);
        const register = await follow(registry, [...facts, ...story], asked);
        await expectFactsOfTables(register, asked);
        await close();
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 180_000);
});
