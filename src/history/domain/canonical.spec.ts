import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { canonicalText } from './canonical';
import { toJson } from './json';

/** Objects and arrays of all that a record is made of. */
const values = fc.letrec<{ whole: unknown }>((tie) => ({
  whole: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(
      null,
      undefined,
      -0,
      1e21,
      1e-7,
      0.1,
      Number.MAX_SAFE_INTEGER,
      NaN,
      '\u2028"\\',
    ),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('whole'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('whole'), { maxKeys: 6 }),
  ),
})).whole;

describe('canonicalText', () => {
  it('is what a canonicalizer makes of the value as JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(values), fc.dictionary(fc.string(), values)), (value) => {
        expect(canonicalText(value)).toBe(canonicalize(toJson(value)));
      }),
      { numRuns: 2000 },
    );
  });

  // RFC 8785, section 3.2.2 and 3.2.3
  it('is that of the examples of RFC 8785', () => {
    expect(
      canonicalText({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const named = Object.fromEntries(names.map((name) => [name, 0]));
    expect(Object.keys(JSON.parse(canonicalText(named)) as object)).toEqual(
      ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'].sort((a, b) =>
        a === '1' ? -1 : b === '1' ? 1 : 0,
      ),
    );
  });

  it('keeps many members in order', () => {
    const value = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`m${index}`, index]),
    );
    expect(canonicalText(value)).toBe(canonicalize(value));
  });

  it('leaves out what is undefined, and tells instants', () => {
    const at = new Date('2026-06-01T12:00:00.000Z');
    expect(canonicalText({ b: undefined, a: at, c: [undefined] })).toBe(
      '{"a":"2026-06-01T12:00:00.000Z","c":[null]}',
    );
  });
});
