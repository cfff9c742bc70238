import fc from 'fast-check';
import { isAscii, tokensOf } from './name-tokens';
import { normaliseName } from './normalise-name';

const slowly = (text: string): string[] =>
  normaliseName(text).replaceAll('ß', 'ss').split(' ').filter(Boolean);

describe('the tokens of a name', () => {
  it.each([
    ['KASPERSKY LAB, INC.', ['kaspersky', 'lab', 'inc']],
    ["A.B.C. O'Brien & Sons", ['abc', 'obrien', 'and', 'sons']],
    ['AT&T', ['at', 'and', 't']],
    ['3M (Company)', ['3m', 'company']],
    ['Лаборатория «Касперского»', ['лаборатория', 'касперского']],
    ['\u212aelvin', ['kelvin']],
    ['GROẞE Straße', ['grosse', 'strasse']],
    [".'.", []],
    ['', []],
  ])('%j: %j', (name, tokens) => {
    expect(tokensOf(name)).toEqual(tokens);
  });

  it('are what normaliseName gives, whichever way they are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(tokensOf(text)).toEqual(slowly(text));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tokensOf(text)).toEqual(slowly(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('whether a text is in ASCII', () => {
  it.each([
    ['', true],
    ['Acme \u007f', true],
    ['Acm\u0080', false],
    ['Лаб', false],
  ])('%j: %s', (text, ascii) => {
    expect(isAscii(text)).toBe(ascii);
  });
});
