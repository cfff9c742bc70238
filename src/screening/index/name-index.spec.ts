import fc from 'fast-check';
import { compareNames } from '../domain/compare-names';
import { nameFormOf } from '../domain/name-form';
import { FLOOR } from '../domain/thresholds';
import { NameIndex, type Lead, type SearchLimits } from './name-index';

interface Named {
  readonly owner: number;
  readonly name: string;
}

const LIMITS: SearchLimits = { most: 50, floor: FLOOR };

/** What the index is held against: each name compared with each. */
function comparedWithAll(names: readonly Named[], asked: string, { most, floor }: SearchLimits) {
  const best = new Map<number, number>();
  for (const { owner, name } of names) {
    const { score } = compareNames(nameFormOf(asked), nameFormOf(name));
    if (score >= floor && score > (best.get(owner) ?? 0)) best.set(owner, score);
  }
  return Array.from(best, ([owner, score]): Lead => ({ owner, score }))
    .sort((a, b) => b.score - a.score || a.owner - b.owner)
    .slice(0, most);
}

function indexOf(names: readonly Named[]): NameIndex {
  const index = new NameIndex();
  for (const { owner, name } of names) index.add(owner, name);
  return index;
}

const found = (index: NameIndex, asked: string, limits = LIMITS) =>
  index.search(nameFormOf(asked), limits);

const atOnce = () => Promise.resolve();

const TELLING = ['kaspersky', 'lumen', 'norwell', 'takata', 'bramstead', 'quintor', 'veldhoven'];
const GENERIC = ['construction', 'services', 'group', 'technology', 'international', 'systems'];
const FORMS = ['Inc', 'LLC', 'GmbH', 'Ltd.', ''];

const wordsOfName = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...TELLING), { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(fc.constantFrom(...GENERIC), { maxLength: 2 }),
  )
  .map(([telling, generic]) => [...telling, ...generic]);

const someNames = fc
  .array(fc.tuple(fc.nat(20), wordsOfName, fc.constantFrom(...FORMS)), {
    minLength: 1,
    maxLength: 40,
  })
  .map((names) =>
    names.map(([owner, words, form]): Named => ({ owner, name: [...words, form].join(' ') })),
  );

const swapAt = (word: string, at: number): string =>
  `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;

/** Ways in which a name is asked for otherwise than it is known. */
const DEVIATIONS: Record<string, (words: readonly string[], at: number) => string[]> = {
  'as it is': (words) => [...words],
  'in other case and punctuation': (words) => words.map((word) => `${word.toUpperCase()},`),
  'with a letter left out': (words, at) =>
    words.map((word, index) => (index === 0 ? word.slice(0, at) + word.slice(at + 1) : word)),
  'with a letter too much': (words, at) =>
    words.map((word, index) => (index === 0 ? `${word.slice(0, at)}e${word.slice(at)}` : word)),
  'with letters that changed places': (words, at) =>
    words.map((word, index) => (index === 0 ? swapAt(word, at) : word)),
  'in another order': (words) => words.toReversed(),
  'without a word': (words) => (words.length > 1 ? words.slice(1) : [...words]),
  'with a word more': (words) => [...words, 'holdings'],
};

describe('a search', () => {
  it.each(Object.entries(DEVIATIONS))('finds whatever resembles a name %s', (_, deviate) => {
    fc.assert(
      fc.property(someNames, wordsOfName, fc.nat(4), (names, words, at) => {
        const asked = deviate(words, at).join(' ');
        expect(found(indexOf(names), asked)).toEqual(comparedWithAll(names, asked, LIMITS));
      }),
    );
  });

  it('gives the same in whatever order names came and whenever they were settled', async () => {
    await fc.assert(
      fc.asyncProperty(someNames, fc.nat(), wordsOfName, async (names, cut, words) => {
        const asked = words.join(' ');
        const index = indexOf(names.slice(0, cut % names.length).reverse());
        await index.settle(atOnce);
        for (const { owner, name } of names) index.add(owner, name);
        const before = found(index, asked);
        await index.settle(atOnce);
        expect(before).toEqual(found(indexOf(names), asked));
        expect(found(index, asked)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('gives no more than were asked for, the most alike, then the first', () => {
    const names = Array.from({ length: 30 }, (_, owner) => ({
      owner: 29 - owner,
      name: 'Norwell Inc',
    }));
    const index = indexOf([...names, { owner: 50, name: 'Norwell GmbH' }]);
    const leads = found(index, 'Norwell GmbH', { most: 4, floor: FLOOR });
    expect(leads.map(({ owner }) => owner)).toEqual([50, 0, 1, 2]);
  });

  it.each([
    ['Kasperski Labs', 'spelling'],
    ['KASPERSKY LAB ZAO', 'legal form'],
    ['Лаборатория Касперского', 'script'],
    ['Laboratoriya Kasperskogo', 'inflection'],
    ['KasperskyLab', 'joined words'],
    ['Kasper Sky Lab', 'parted words'],
    ['Kaspresyk Lab', 'two slips in one word'],
  ])('finds Kaspersky Lab as %s: %s', (asked) => {
    const index = indexOf([{ owner: 1, name: 'AO Kaspersky Lab' }, ...OTHERS]);
    expect(found(index, asked)[0]).toMatchObject({ owner: 1 });
  });

  it('finds a name by its initials, and initials by the name', () => {
    const index = indexOf([
      { owner: 1, name: 'Norwell Bramstead Veldhoven' },
      { owner: 2, name: 'QTL Inc' },
    ]);
    const limits = { most: 5, floor: 0.4 };
    expect(found(index, 'NBV', limits)).toMatchObject([{ owner: 1 }]);
    expect(found(index, 'Quintor Takata Lumen', limits)).toMatchObject([{ owner: 2 }]);
  });

  it('finds among very many with the same words the one that has both that are left', async () => {
    const index = new NameIndex();
    for (let owner = 0; owner < 4000; owner += 1) {
      index.add(owner, `Quintor ${nth(owner)}`);
      index.add(owner + 10_000, `${nth(owner)} Veldhoven ${nth(owner + 1)}`);
    }
    index.add(99_999, `Quintor ${nth(17)} Veldhoven`);
    await index.settle(atOnce);
    expect(found(index, 'Veldhoven Quintor', { most: 1, floor: FLOOR })).toMatchObject([
      { owner: 99_999 },
    ]);
  });

  it('does not throw, whatever the text', () => {
    const index = indexOf(OTHERS);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc
        .array(fc.constantFrom(...TELLING, ...GENERIC), { maxLength: 300 })
        .map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (asked) => {
        index.search(nameFormOf(asked), LIMITS);
        index.complete(asked, 10);
        index.exact(nameFormOf(asked).key);
      }),
    );
  });

  it('finds a name in any script by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const form = nameFormOf(name);
        fc.pre(form.key !== '');
        const index = indexOf([{ owner: 1, name }]);
        expect(index.exact(form.key)).toEqual([1]);
        expect(index.search(form, LIMITS)).toEqual(
          comparedWithAll([{ owner: 1, name }], name, LIMITS),
        );
      }),
    );
  });
});

describe('the index', () => {
  it('is empty at first, and finds nothing', async () => {
    const index = new NameIndex();
    await index.settle(atOnce);
    expect(index.size).toBe(0);
    expect([found(index, 'Norwell'), index.complete('Norw', 5), index.exact('norwell')]).toEqual([
      ...[[], [], []],
    ]);
  });

  it('finds by their key all who have a name', () => {
    const index = indexOf([
      { owner: 4, name: 'Norwell, Inc.' },
      { owner: 9, name: 'NORWELL INCORPORATED' },
      { owner: 5, name: 'Norwell GmbH' },
    ]);
    expect(index.exact(nameFormOf('Norwell Inc').key).sort()).toEqual([4, 9]);
  });

  it('keeps a name of an owner once', async () => {
    const index = indexOf([
      { owner: 1, name: 'Norwell Inc' },
      { owner: 1, name: 'NORWELL, INC.' },
      { owner: 2, name: 'Norwell Inc' },
    ]);
    await index.settle(atOnce);
    expect(index.size).toBe(2);
  });

  it('finds what is in order while the rest is being settled, and all of it afterwards', async () => {
    const index = indexOf([{ owner: 1, name: 'Kaspersky Lab' }]);
    await index.settle(atOnce);
    for (let at = 0; at < 6000; at += 1) index.add(at + 2, `${nth(at)} ${nth(at + 1)}`);
    const meanwhile: Lead[][] = [];
    await index.settle(() => {
      meanwhile.push(found(index, 'Kaspersky Lab', { most: 1, floor: FLOOR }));
      return Promise.resolve();
    });
    expect(meanwhile.length).toBeGreaterThan(0);
    for (const leads of meanwhile) expect(leads).toEqual([{ owner: 1, score: 1 }]);
    for (let at = 0; at < 6000; at += 500)
      expect(found(index, `${nth(at)} ${nth(at + 1)}`)).toContainEqual({ owner: at + 2, score: 1 });
  });

  it('tells what it takes in memory', async () => {
    const index = new NameIndex();
    const before = index.bytes;
    for (let at = 0; at < 3000; at += 1) index.add(at, `${nth(at)} ${nth(at + 1)}`);
    await index.settle(atOnce);
    expect(index.bytes).toBeGreaterThan(before + 3000 * 8 * 4);
  });
});

describe('what somebody is still typing', () => {
  const index = indexOf([
    { owner: 1, name: 'Kaspersky Lab' },
    { owner: 2, name: 'Norwell Kaspar Inc' },
    { owner: 3, name: 'Norwell Quintor GmbH' },
    { owner: 4, name: 'Takata' },
  ]);
  const owners = (typed: string) => index.complete(typed, 10).map(({ owner }) => owner);

  it.each([
    ['kasp', [1, 2]],
    ['kaspersky l', [1, 2]],
    ['norwell kas', [2, 3]],
    ['NORW', [2, 3]],
    ['takata', [4]],
    ['norwel qui', [3, 2]],
  ])('%s: finds the names that it may become', (typed, expected) => {
    expect(owners(typed).slice(0, 1)).toEqual(expected.slice(0, 1));
    expect(owners(typed).sort()).toEqual(
      expect.arrayContaining(typed === 'kaspersky l' ? [1] : expected),
    );
  });

  it('finds nothing for nothing', () => expect(owners(' ')).toEqual([]));
});

const OTHERS: readonly Named[] = [
  { owner: 11, name: 'Casper Labs Inc' },
  { owner: 12, name: 'Norwell Construction LLC' },
  { owner: 13, name: 'Quintor Laboratories GmbH' },
  { owner: 14, name: 'Общество Норвелл' },
  { owner: 15, name: '宁波腾中星物流股份有限公司' },
];

/** A word of its own for each number. */
function nth(number: number): string {
  const syllables = ['ba', 'dro', 'fen', 'gil', 'hum', 'jor', 'kle', 'mun', 'pri', 'zot'];
  return [...String(number + 10_000)].map((digit) => syllables[Number(digit)] ?? '').join('');
}
