import { isWellFormedText, parseInstant } from './validators';

describe('An instant in a request', () => {
  it.each([
    ['2017-07-11T00:00:00Z', '2017-07-11T00:00:00.000Z'],
    ['2017-07-11T02:30:00.1239+02:30', '2017-07-11T00:00:00.123Z'],
    ['2024-02-29T23:59:59.999Z', '2024-02-29T23:59:59.999Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
  ])('is read from %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    ['a thirteenth month', '2026-13-01T00:00:00Z'],
    ['no month and no day', '2026-00-00T00:00:00Z'],
    ['a day that no month has', '2026-01-32T00:00:00Z'],
    ['a day that its month lacks', '2017-02-30T00:00:00Z'],
    ['a twenty-fifth hour', '2026-01-01T25:00:00Z'],
    ['nothing but noughts', '0000-00-00T00:00:00Z'],
    ['a time before 1900', '1899-12-31T23:59:59.999Z'],
    ['no zone', '2026-01-01T00:00:00'],
    ['a day alone', '2026-01-01'],
    ['a number', 1_500_000_000],
    ['null', null],
  ])('is not read from %s', (_, given) => {
    expect(parseInstant(given)).toBeUndefined();
  });
});

describe('Text in a request', () => {
  it.each(['Acme', 'Лаборатория Касперского', '華為', 'a\u200Db', '\u202Eabc', '-', '𝕂'])(
    'may be %j',
    (text) => {
      expect(isWellFormedText(text)).toBe(true);
    },
  );

  it.each(['', ' \t\n', '\u00A0\u3000', '\u200B\u202E\uFEFF', '\u00AD', 'a\u0000', '\uD800'])(
    'may not be %j',
    (text) => {
      expect(isWellFormedText(text)).toBe(false);
    },
  );
});
