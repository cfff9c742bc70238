import type { Type } from '@nestjs/common';
import fc from 'fast-check';
import { STAGES } from '../exclusions/domain/binding';
import { SYSTEMS } from '../exclusions/domain/exclusion';
import { scanJson } from '../http/domain/scan-json';
import { quickReaderOf } from '../http/quick-read';
import { RequestValidation } from '../http/validation';
import { AskStandingDto, CheckBatchDto, CheckDto } from './checks.dto';
import { CHANNELS } from './domain/question';

const validation = new RequestValidation();

/** What class-validator alone makes of a body; undefined where it refuses. */
const examined = (body: unknown, metatype: Type): Promise<unknown> =>
  validation.examine(copyOf(body), { type: 'body', metatype }).catch(() => undefined);

const copyOf = (body: unknown): unknown => JSON.parse(JSON.stringify(body));

const quick = (body: unknown, metatype: Type): unknown => quickReaderOf(metatype)?.(copyOf(body));

const optional = <Shape>(members: { [Name in keyof Shape]: fc.Arbitrary<Shape[Name]> }) =>
  fc.record(members, { requiredKeys: [], noNullPrototype: true });

/** Values that fit, and now and then one at the edge of what does. */
const mostly = <Value>(fitting: fc.Arbitrary<Value>, edge: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 15, arbitrary: fitting }, { weight: 1, arbitrary: edge });

const text = (max: number): fc.Arbitrary<string> =>
  mostly(
    fc.constantFrom('Kaspersky Lab', 'ЗАО «Лаборатория»', 'é', '名', '👩‍👩‍👧‍👦', 'a\tb', 'x'.repeat(max)),
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: max + 2 }),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('', ' ', '\u200b', '\ufe0f', '\u0085', 'x'.repeat(max + 1), '👍'.repeat(max)),
    ),
  );

const instant = mostly(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    ...['2026-02-30T00:00:00Z', '2026-06-01T00:00:00+05:30', '2026-06-01T00:00:00', ''],
    ...['2026-06-01T00:00:00.123456789Z', '2026-06-01T24:00:00Z', '1899-12-31T00:00:00Z'],
  ),
);

const vendor = optional({
  id: mostly(fc.uuid(), fc.constantFrom('x', '00000000-0000-0000-0000-000000000000')),
  uei: text(100),
  cage: text(100),
  duns: text(100),
  lei: text(100),
  name: text(300),
  country: mostly(fc.constantFrom('US', 'RU', 'CN'), fc.constantFrom('ZZ', 'us', 'U')),
});

const amount = fc.record(
  {
    value: mostly(
      fc.constantFrom('1250.00', '0', '999999999999999.9999'),
      fc.constantFrom('1.23456', '', '-1', '1'.repeat(16)),
    ),
    currency: mostly(fc.constantFrom('USD', 'EUR'), fc.constantFrom('usd', 'US')),
  },
  { noNullPrototype: true },
);

const bought = optional({
  manufacturer: text(300),
  product: text(300),
  quantity: mostly(
    fc.constantFrom(0.000001, 1, 10, 1.5, 1e12),
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e-7, 0, 1e13)),
  ),
});

const uses = fc.array(
  mostly(fc.constantFrom('public-safety', 'a', 'b-c'), fc.constantFrom('B', 'x'.repeat(65))),
  { maxLength: 3 },
);

const purchase = optional({
  channel: fc.constantFrom(...CHANNELS),
  list: mostly(fc.constantFrom('gsa-schedule-70', 'a'), fc.constantFrom('No', 'a'.repeat(65))),
  category: text(40),
  agency: text(100),
  stage: fc.constantFrom(...STAGES),
  uses,
  system: fc.constantFrom(...SYSTEMS),
  reference: text(200),
  amount,
  items: fc.array(bought, { maxLength: 3 }),
});

const members = {
  vendor,
  purchase,
  at: instant,
  minPosition: mostly(fc.nat(), fc.constantFrom(-1, 0.5, Number.MAX_SAFE_INTEGER)),
};
const check = fc.record(members, { requiredKeys: ['vendor'], noNullPrototype: true });
const standing = fc.record(
  { ...members, knownAt: mostly(fc.oneof(fc.nat(), instant), fc.constantFrom('17', -1, 1.5)) },
  { requiredKeys: ['vendor'], noNullPrototype: true },
);
const batch = fc.record(
  { checks: fc.array(fc.oneof(check, fc.jsonValue()), { maxLength: 3 }) },
  { noNullPrototype: true },
);

/** Exchanges, adds or takes away one part of a body, anywhere in it. */
const mutated = (body: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc
    .tuple(
      body,
      fc.array(fc.nat({ max: 20 }), { maxLength: 4 }),
      fc.constantFrom(...CHANGES),
      strange,
    )
    .map(([whole, path, change, value]) => {
      const copy = copyOf(whole) as Part;
      const part = partAt(copy, path);
      const names = Object.keys(part);
      change(part, names[path.length % names.length] ?? 'extra', value);
      return copy;
    });

type Part = Record<string, unknown>;

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<fc.JsonValue>(null, [], {}, [[]], [{}], [null], '', 0, true, '\ud800', 'a\u0000'),
);

const CHANGES: readonly ((part: Part, name: string, value: unknown) => void)[] = [
  (part, name) => Reflect.deleteProperty(part, name),
  (part, name, value) => Reflect.set(part, name, value),
  (part, name) => Reflect.set(part, name, [part[name]]),
  (part, _, value) => Reflect.set(part, Array.isArray(part) ? '0' : 'extra', value),
  (part, _, value) => Reflect.set(part, Array.isArray(part) ? '1' : 'then', value),
];

function partAt(whole: Part, [step, ...path]: readonly number[]): Part {
  if (step === undefined) return whole;
  const values = Object.values(whole);
  const inside = values[step % values.length];
  return typeof inside === 'object' && inside !== null ? partAt(inside as Part, path) : whole;
}

describe('what is read quickly', () => {
  it.each<[string, Type, fc.Arbitrary<object>]>([
    ['a check', CheckDto, check],
    ['a question about standing', AskStandingDto, standing],
    ['a batch', CheckBatchDto, batch],
  ])('is of %s what class-validator lets through, and the same', async (_, metatype, bodies) => {
    let [accepted, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.oneof(bodies, mutated(bodies)), async (body) => {
        // What is refused as JSON comes to neither.
        fc.pre(scanJson(JSON.stringify(body)).length === 0);
        const read = quick(body, metatype);
        const thorough = await examined(body, metatype);
        if (read === undefined) refused += 1;
        else accepted += 1;
        // For these classes it is sure of all that fits.
        expect(read).toStrictEqual(thorough);
        if (read !== undefined) expect(read).toBeInstanceOf(metatype);
      }),
      { numRuns: 700 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  it('makes each part an instance of its own class, in an order that does not hang on the body', () => {
    const body = {
      purchase: { items: [{ product: 'A' }], amount: { currency: 'USD', value: '1' } },
      vendor: { name: 'Acme', cage: '1ACM1' },
    };
    const read = quick(body, CheckDto) as CheckDto;
    expect(Object.keys(read)).toEqual(['vendor', 'purchase']);
    expect(Object.keys(read.vendor)).toEqual(['cage', 'name']);
    expect(read.purchase?.items?.[0]?.constructor.name).toBe('PurchasedItemDto');
    expect(read.purchase?.amount?.constructor.name).toBe('MoneyDto');
  });
});
