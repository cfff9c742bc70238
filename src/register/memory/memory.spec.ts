import fc from 'fast-check';
import { ByteReader, ByteWriter, bytesOfUuid, uuidAt } from './bytes';
import { hashOfBytes, hashOfText } from './hash';
import { Clearances } from './clearances';
import { Hints } from './hints';
import { Indexed } from './indexed';
import { Packed, Packing } from './packed';
import { Recent } from './recent';
import { StableMap } from './stable-map';
import { VendorSlots } from './vendor-slots';
import { Words } from './words';

const rest = (): Promise<void> => Promise.resolve();
const readerOf = (bytes: Buffer): ByteReader => new ByteReader(bytes, 0, bytes.length);
const instant = fc.option(fc.date({ noInvalidDate: true }).map(Number));

describe('bytes', () => {
  it('give back what was written, in its order', () => {
    const value = fc.record({
      number: fc.maxSafeNat(),
      text: fc.string({ unit: 'grapheme', maxLength: 90 }),
      uuid: fc.uuid(),
      stretch: fc.record({ from: instant, to: instant }),
      flags: fc.nat(63),
    });
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const writer = new ByteWriter(1);
        for (const { number, text, uuid, stretch, flags } of values) {
          writer.number(number);
          writer.sized(Buffer.from(text, 'utf8'));
          writer.raw(bytesOfUuid(uuid)!);
          writer.stretch(stretch, flags);
        }
        const reader = readerOf(Buffer.from(writer.view()));
        const read = [];
        while (reader.more) {
          const [number, text, uuid] = [reader.number(), reader.text(), reader.uuid()];
          const stretch = reader.stretch();
          read.push({ number, text, uuid, stretch, flags: reader.flags });
        }
        expect(read).toEqual(values);
      }),
    );
  });

  it('know a UUID in lower case from other texts', () => {
    expect(bytesOfUuid('01980000-0000-7000-8000-00000000000a')).toHaveLength(16);
    expect(bytesOfUuid('01980000-0000-7000-8000-00000000000A')).toBeUndefined();
    expect(bytesOfUuid("01980000-0000-7000-8000-00000000000a'")).toBeUndefined();
  });
});

describe('hashes', () => {
  it('are the same of a text and of its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, seed) => {
        const bytes = Buffer.from(text, 'utf8');
        expect(hashOfText(text, seed)).toBe(hashOfBytes(bytes, 0, bytes.length, seed));
      }),
    );
  });
});

describe('clearances', () => {
  const looked = { size: 7, floor: 0.7, revision: 3 };

  it('hold for the very names that were looked for, among the very names that there were', () => {
    const clearances = new Clearances();
    clearances.set(5000, looked);
    expect(clearances.has(5000, looked)).toBe(true);
    expect(clearances.has(5000, { ...looked, floor: 0.8 })).toBe(true);
    expect(clearances.has(5001, looked)).toBe(false);
    expect(clearances.has(5000, { ...looked, size: 8 })).toBe(false);
    expect(clearances.has(5000, { ...looked, revision: 4 })).toBe(false);
    expect(clearances.has(5000, { ...looked, floor: 0.6 })).toBe(false);
  });

  it('are not mixed where one looked less closely than another', () => {
    const clearances = new Clearances();
    clearances.set(1, looked);
    clearances.set(2, { ...looked, floor: 0.6 });
    expect(clearances.has(1, { ...looked, floor: 0.6 })).toBe(false);
    clearances.set(3, looked);
    expect(clearances.has(3, { ...looked, floor: 0.6 })).toBe(false);
  });
});

describe('hints', () => {
  it('lead from a hash to all that was added with it, and nothing else', () => {
    const pair = fc.tuple(fc.nat(40), fc.nat(3000));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3000, size: 'max' }), (pairs) => {
        const [hints, once] = [new Hints(), new Hints()];
        for (const [hash, slot] of pairs) {
          hints.add(hash, slot);
          once.addOnce(hash, slot);
        }
        for (let hash = 0; hash <= 41; hash += 1) {
          const expected = new Set(pairs.filter(([own]) => own === hash).map(([, slot]) => slot));
          expect(new Set(hints.of(hash))).toEqual(expected);
          expect(once.of(hash)).toHaveLength(expected.size);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('words', () => {
  it('are read as they were written, whether they are kept or too many', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(5), (texts, most) => {
        const [words, writer] = [new Words(most), new ByteWriter()];
        for (const text of texts) words.write(writer, Buffer.from(text, 'utf8'));
        const reader = readerOf(writer.view());
        expect(texts.map(() => words.read(reader))).toEqual(texts);
      }),
    );
  });
});

describe('vendor slots', () => {
  it('number vendors in the order in which they are seen, for good', () => {
    const slots = new VendorSlots();
    const ids = fc.sample(fc.uuid(), 200).map((id) => bytesOfUuid(id)!);
    expect(slots.find(ids[0]!)).toBeUndefined();
    expect(ids.map((id) => slots.claim(id))).toEqual(ids.map((_, index) => index));
    expect(ids.map((id) => slots.claim(id))).toEqual(ids.map((_, index) => index));
    expect(ids.map((id) => slots.find(id))).toEqual(ids.map((_, index) => index));
    expect(slots.idOf(7)).toBe(uuidAt(ids[7]!, 0));
    expect(Math.sign(slots.compare(3, 4))).toBe(Math.sign(ids[3]!.compare(ids[4]!)));
    expect(slots.size).toBe(200);
  });
});

describe('packed groups', () => {
  const textsAt = (packed: Packed, slot: number): string[] => {
    const [reader, texts] = [packed.at(slot), [] as string[]];
    while (reader.more) texts.push(reader.text());
    return texts;
  };
  const written = (texts: readonly string[]): Buffer => {
    const writer = new ByteWriter();
    for (const text of texts) writer.sized(Buffer.from(text));
    return writer.view();
  };

  it('hold what was gathered, and after a change both what was and what is', async () => {
    const parts = fc.array(fc.tuple(fc.nat(700), fc.string()), { maxLength: 200 });
    const changes = fc.array(fc.tuple(fc.nat(1200), fc.array(fc.string(), { maxLength: 3 })));
    await fc.assert(
      fc.asyncProperty(parts, changes, async (gathered, changed) => {
        const packing = new Packing();
        const expected = new Map<number, string[]>();
        for (const [slot, text] of gathered) {
          packing.add(slot, (writer) => writer.sized(Buffer.from(text)));
          expected.set(slot, [...(expected.get(slot) ?? []), text]);
        }
        const before = await packing.pack(rest);
        const other = new Map(changed);
        const after = before.with(new Map(changed.map(([slot, texts]) => [slot, written(texts)])));
        for (let slot = 0; slot < 1300; slot += 1) {
          const old = expected.get(slot) ?? [];
          expect(textsAt(before, slot)).toEqual(old);
          expect(textsAt(after, slot)).toEqual(other.get(slot) ?? old);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('maps that never change', () => {
  const change = fc.array(
    fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.nat(), { nil: undefined })),
  );

  it('hold what a map holds, and keep what they held', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let map = StableMap.of<number>([]);
        const plain = new Map<string, number>();
        const versions: [StableMap<number>, Map<string, number>][] = [];
        for (const some of changes) {
          map = map.with(new Map(some));
          for (const [key, value] of new Map(some)) {
            if (value === undefined) plain.delete(key);
            else plain.set(key, value);
          }
          versions.push([map, new Map(plain)]);
        }
        for (const [version, expected] of versions) {
          expect(version.size).toBe(expected.size);
          expect([...version.values()].sort()).toEqual([...expected.values()].sort());
          for (const [key, value] of expected) expect(version.get(key)).toBe(value);
          expect(version.get('absent')).toBeUndefined();
        }
      }),
    );
  });

  it('give items by the keys that they have', () => {
    const item = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      keys: fc.subarray(['x', 'y', 'z']),
    });
    const step = fc.array(fc.tuple(item, fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        type Item = { readonly id: string; readonly keys: readonly string[] };
        const naming = { idOf: ({ id }: Item) => id, keysOf: ({ keys }: Item) => keys };
        let indexed = Indexed.of<Item>([], naming);
        const plain = new Map<string, Item>();
        for (const some of steps) {
          indexed = indexed.with(
            new Map(some.map(([one, gone]) => [one.id, gone ? undefined : one])),
          );
          for (const [one, gone] of new Map(some.map((pair) => [pair[0].id, pair])).values()) {
            if (gone) plain.delete(one.id);
            else plain.set(one.id, one);
          }
          for (const key of ['x', 'y', 'z']) {
            const expected = [...plain.values()].filter(({ keys }) => keys.includes(key));
            expect(new Set(indexed.of(key))).toEqual(new Set(expected));
            expect(indexed.of(key)).toHaveLength(expected.length);
          }
          expect(indexed.size).toBe(plain.size);
        }
      }),
    );
  });
});

describe('what was asked for of late', () => {
  it('is at hand, and never what was taken out of it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12)), fc.integer({ min: 1, max: 5 }), (keys, most) => {
        const recent = new Recent<string>(most);
        for (const key of keys) if (recent.get(key) === undefined) recent.set(key, `of ${key}`);
        const last = [...new Set([...keys].reverse())].slice(0, most);
        for (const key of last) expect(recent.get(key)).toBe(`of ${key}`);
        const apart = recent.without(last.slice(1));
        expect(last.map((key) => apart.get(key))).toEqual(
          last.map((key, index) => (index === 0 ? `of ${key}` : undefined)),
        );
        apart.set(99, 'new');
        expect(recent.get(99)).toBeUndefined();
      }),
    );
  });
});
