import fs from 'node:fs';
import path from 'node:path';
import { parseIdentifiers, readIdentifier } from './identifier';

const VECTORS = fs
  .readFileSync(path.resolve(__dirname, '../../../test/data/uei-vectors.csv'), 'utf8')
  .split('\n')
  .slice(2)
  .filter((line) => line !== '')
  .map((line) => line.split(','));

const published = VECTORS.filter(([, holds]) => holds === '1').map(([uei = '']) => uei);

describe('readIdentifier', () => {
  it.each(published)('takes the published UEI %s without a warning', (value) => {
    expect(readIdentifier({ scheme: 'uei', value })).toEqual({ value });
  });

  it('has them all', () => {
    expect(published).toHaveLength(64);
  });

  it.each(published.slice(0, 8))('warns of a typing error in the last place of %s', (uei) => {
    const value = `${uei.slice(0, 11)}${(Number(uei.slice(11)) + 1) % 10}`;
    expect(readIdentifier({ scheme: 'uei', value })).toEqual({
      value,
      warning: 'does not end in its check digit: look for a typing error',
    });
  });

  it.each([
    ['uei', ' c9smch1lf538 ', 'C9SMCH1LF538'],
    ['cage', '1c2h1', '1C2H1'],
    ['cage', 'SK123', 'SK123'],
    ['duns', '008050242', '008050242'],
    ['lei', '724500vkksh9qoltfr81', '724500VKKSH9QOLTFR81'],
    ['lei', '969500KSV493XWY0PS33', '969500KSV493XWY0PS33'],
    ['us-ein', ' 12-3456789 ', '12-3456789'],
    ['de-hrb', 'HRB 12345 B', 'HRB 12345 B'],
    ['ru-ogrn', 'x'.repeat(64), 'x'.repeat(64)],
  ])('writes %s %j as %j', (scheme, value, canonical) => {
    expect(readIdentifier({ scheme, value })).toEqual({ value: canonical });
  });

  it.each([
    ['uei', 'C9SMCH1LF53', 'must be 12 letters or digits'],
    ['uei', 'C9SMCH1LF5381', 'must be 12 letters or digits'],
    ['uei', 'C9SMCH1LF53É', 'must be 12 letters or digits'],
    ['uei', 'RV56IG5JM6G9', 'must not use the letters O and I'],
    ['uei', '09SMCH1LF538', 'must not start with 0'],
    ['uei', 'ABC123456789', 'must not hold nine digits in a row'],
    ['cage', '1C2H', 'must be 5 digits or letters, without the letters I and O'],
    ['cage', '1C2I1', 'must be 5 digits or letters, without the letters I and O'],
    ['duns', '8050242', 'must be 9 digits, leading zeros among them'],
    ['duns', '00-805-0242', 'must be 9 digits, leading zeros among them'],
    ['duns', '００８０５０２４２', 'must be 9 digits, leading zeros among them'],
    ['lei', '969500T3MBS4SQAMHJ45', 'must end in its check digits'],
    ['lei', '724500VKKSH9QOLTFR8', 'must be 18 letters or digits, then 2 digits'],
    ['us-ein', '  ', 'must be 1 to 64 characters'],
    ['us-ein', 'x'.repeat(65), 'must be 1 to 64 characters'],
    ['us-ein', 'a\u0000b', 'must not hold control characters or lone surrogates'],
    ['us-ein', 'a\ud800', 'must not hold control characters or lone surrogates'],
  ])('refuses %s %j, which %s', (scheme, value, broken) => {
    expect(readIdentifier({ scheme, value })).toEqual({ broken });
  });

  it.each(['', 'UEI', 'constructor', 'us', 'us-', 'usa-ein', 'us-EIN', `us-${'x'.repeat(29)}`])(
    'knows no scheme %j',
    (scheme) => {
      expect(readIdentifier({ scheme, value: '1' })).toBeUndefined();
    },
  );
});

describe('parseIdentifiers', () => {
  it('names every identifier that is at fault, not the first only', () => {
    const given = [
      { scheme: 'uei', value: 'short' },
      { scheme: 'cage', value: '1C2H1' },
      { scheme: 'nothing', value: '1' },
      { scheme: 'duns', value: '1' },
      { scheme: 'cage', value: ' 1c2h1' },
    ];
    expect(() => parseIdentifiers(given, '/identifiers')).toThrow(
      expect.objectContaining({
        code: 'malformed-identifier',
        errors: [
          { pointer: '/identifiers/0/value', message: 'must be 12 letters or digits' },
          {
            pointer: '/identifiers/2/scheme',
            message: 'must be uei, cage, duns, lei, or a national register such as us-ein',
          },
          {
            pointer: '/identifiers/3/value',
            message: 'must be 9 digits, leading zeros among them',
          },
          { pointer: '/identifiers/4', message: 'stands there twice' },
        ],
      }),
    );
  });

  it('gives the canonical forms, and says what is doubtful', () => {
    const given = [
      { scheme: 'cage', value: '1c2h1' },
      { scheme: 'uei', value: 'ABC123DEF456' },
    ];
    expect(parseIdentifiers(given, '/identifiers')).toEqual({
      identifiers: [
        { scheme: 'cage', value: '1C2H1' },
        { scheme: 'uei', value: 'ABC123DEF456' },
      ],
      warnings: [
        {
          pointer: '/identifiers/1/value',
          message: 'does not end in its check digit: look for a typing error',
        },
      ],
    });
  });
});
