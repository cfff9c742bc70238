import fc from 'fast-check';
import { compareNames, FEATURES, similarityOf } from './compare-names';
import { nameFormOf } from './name-form';
import { DEFAULT_THRESHOLDS, FLOOR } from './thresholds';

const compare = (one: string, other: string) => compareNames(nameFormOf(one), nameFormOf(other));
const score = (one: string, other: string) => compare(one, other).score;

describe('the names of AO Kaspersky Lab', () => {
  const NAMES = ['AO Kaspersky Lab', 'АО «Лаборатория Касперского»', '卡巴斯基', '卡巴斯基实验室'];
  const likeness = (asked: string) => Math.max(...NAMES.map((name) => score(asked, name)));

  it.each([
    'Kaspersky Lab',
    'Kaspersky Lab, Inc.',
    'Kasperski Labs',
    'KASPERSKY LAB ZAO',
    'AO "Лаборатория Касперского"',
    'Laboratoriya Kasperskogo',
    'Kaspersky',
    'Kaspersky Lab North America',
    'Lab Kaspersky',
    'Kapsersky Lab',
    'Kаspersky Lab',
    '卡巴斯基',
  ])('are what %j may mean', (asked) => {
    expect(likeness(asked)).toBeGreaterThanOrEqual(DEFAULT_THRESHOLDS.deny);
  });

  it.each(['Casper Labs', 'Kasper & Sons', 'Kesper Laboratories', 'Lab', 'Sky Lab', 'Acme'])(
    'are not what %j means',
    (asked) => {
      expect(likeness(asked)).toBeLessThan(FLOOR);
    },
  );
});

describe('names that may be one', () => {
  it.each([
    ['in another order', 'KALASHNIKOV CONCERN', 'CONCERN KALASHNIKOV'],
    ['with an abbreviation', 'KOREA SAMMA SHPG CO', 'KOREA SAMMA SHIPPING CO'],
    ['written together', 'AEROCARIBBEAN AIRLINES', 'AERO-CARIBBEAN'],
    ['written apart', 'Northstar Dynamics', 'North Star Dynamics'],
    ['by their initials', 'Islamic Revolutionary Guard Corps', 'IRGC'],
    ['in another transliteration', 'JEMAA ISLAMIYAH', "JEMA'AH ISLAMIYYAH"],
    ['as a name within a longer one', 'MINERVEN', 'CVG MINERVEN'],
    ['with another legal form', 'Stroytransgaz LLC', 'OOO Stroytransgaz'],
    ['with another generic word', 'CAR CARE CENTER', 'CAR CARE CENTER COMPANY'],
    ['with a letter left out', 'Liibaan Trading', 'Liban Trading'],
    ['in the plural', 'Borealis Turbines', 'Borealis Turbine'],
  ])('%s: %j, %j', (_, one, other) => {
    expect(score(one, other)).toBeGreaterThanOrEqual(DEFAULT_THRESHOLDS.deny);
  });

  it.each([
    ['share a generic word', 'Borealis Technology', 'Huawei Technology'],
    ['are a generic word, and a name with it', 'Trading', 'Rosneft Trading'],
    ['share generic words beside another', 'Global Trading', 'Global Trading Solutions'],
    ['have a short word nearly in common', 'Acme', 'Acne'],
    ['have nothing in common', 'Acme', 'Borealis'],
    ['have no letter', '!!!', '---'],
  ])('are not such as %s: %j, %j', (_, one, other) => {
    expect(score(one, other)).toBeLessThan(DEFAULT_THRESHOLDS.deny);
  });

  it.each('CORP TECHNOLOGY GROUP INTERNATIONAL TRADING CONSTRUCTION AL SERVICES GLOBAL'.split(' '))(
    'are never told by %s alone',
    (word) => {
      expect(score(word, `Zarubezh ${word} Vostok`)).toBeLessThan(FLOOR);
      expect(score(`Acme ${word}`, `Zarubezh ${word}`)).toBeLessThan(FLOOR);
    },
  );
});

describe('what speaks for two names being one', () => {
  const partsOf = (one: string, other: string) =>
    Object.fromEntries(compare(one, other).features.map(({ name, part }) => [name, part]));

  it('is told by name', () => {
    expect(partsOf('Kaspersky Lab', 'Kasperskogo Lab')).toEqual({
      words: expect.any(Number),
      sound: expect.any(Number),
    });
    expect(partsOf('Borealis Turbine', 'Boraelis Turbine')).toHaveProperty('spelling');
    expect(partsOf('IRGC', 'Islamic Revolutionary Guard Corps')).toHaveProperty('acronym');
    expect(partsOf('Zarubezh', 'Zarubezh Vostok Nafta')).toHaveProperty('containment');
  });

  it('is less where the legal forms are not of one kind', () => {
    expect(partsOf('Zarubezh LLC', 'Zarubezh Foundation')).not.toHaveProperty('legal-form');
    expect(partsOf('Zarubezh LLC', 'Zarubezh PLC')).toHaveProperty('legal-form', -0.04);
    expect(partsOf('Zarubezh LLC', 'Zarubezh')).not.toHaveProperty('legal-form');
    expect(partsOf('Zarubezh LLC', 'OOO Zarubezh')).not.toHaveProperty('legal-form');
  });
});

describe('a likeness, whatever is compared', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...'kaspersky kasperski casper lab laboratoriya trading group al irgc aero caribbean'.split(
        ' ',
      ),
      ...'aerocaribbean islamic revolutionary guard corps inc ltd aqsa aqssa ab abc b c'.split(' '),
    ),
    fc.string({ unit: fc.constantFrom('a', 'b', 'k', 's', 'y', 'h'), minLength: 1, maxLength: 6 }),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
  const anything = fc.string({ unit: 'binary', maxLength: 200 });

  it('is the same seen from either, and the sum of its parts', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const { score: likeness, features } = compare(one, other);
        const sum = features.reduce((total, { part }) => total + part, 0);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(compare(other, one).score).toBe(likeness);
        expect(similarityOf(nameFormOf(one), nameFormOf(other))).toBe(likeness);
        expect(Math.max(0, sum)).toBeCloseTo(likeness, 10);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is greatest with itself', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(score(one, one)).toBeCloseTo(1, 10);
        expect(score(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not hang on case, spacing, punctuation and diacritics', () => {
    const loud = (text: string) =>
      ` ${text.toUpperCase().replaceAll(' ', ' -  ').replaceAll('A', 'Á').replaceAll('S', 'Š')}! `;
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(score(loud(one), other)).toBe(score(one, other));
      }),
    );
  });

  it('does not hang on the order of words', () => {
    const whole = fc.uniqueArray(fc.constantFrom('zarubezh', 'vostok', 'nafta', 'kaspersky'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        expect(score(one.toReversed().join(' '), other.join(' '))).toBeCloseTo(
          score(one.join(' '), other.join(' ')),
          10,
        );
      }),
    );
  });

  it('is found of any text, and has no other feature than are told of', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        for (const { name: feature } of compare(one, other).features)
          expect(FEATURES).toContain(feature);
      }),
    );
    expect(score('a '.repeat(10_000), 'b'.repeat(100_000))).toBe(0);
  });
});
