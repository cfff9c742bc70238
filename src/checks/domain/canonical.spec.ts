import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { toJson } from '../../history/domain/json';
import { canonicalText } from './canonical';

/** Whatever a request or an answer may be made of. */
const { value: someValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, undefined, -0, 0.1, 1e21, 1e-7, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
}));

describe('canonicalText', () => {
  it('is what RFC 8785 makes of the JSON of a value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), someValue), (value) => {
        expect(canonicalText(value)).toBe(canonicalize(toJson(value)));
      }),
      { numRuns: 2000 },
    );
  });

  it('puts members in the order of their code units, also those beyond the basic plane', () => {
    const value = {
      '\u{1F600}': 1,
      '\uFB33': 2,
      '\u20ac': 3,
      a: [undefined, new Date(0)],
      b: undefined,
    };
    expect(canonicalText(value)).toBe(
      '{"a":[null,"1970-01-01T00:00:00.000Z"],"\u20ac":3,"\u{1F600}":1,"\uFB33":2}',
    );
  });
});
