import fc from 'fast-check';
import { slipsBetween } from '../domain/slip';
import { Dictionary } from './dictionary';
import { Grams } from './grams';
import { Slips } from './slips';
import { WordBytes } from './word-bytes';

// Few letters, so that words are often near each other.
const word = (fewest: number, most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x'), minLength: fewest, maxLength: most });

function dictionaryOf(words: readonly string[]) {
  const dictionary = new Dictionary();
  const [slips, grams] = [new Slips(dictionary), new Grams(dictionary)];
  for (const each of new Set(words)) {
    const number = dictionary.add(each, 1);
    slips.add(number, new WordBytes().read(each));
    grams.add(number, new WordBytes().read(each));
  }
  return { dictionary, slips, grams };
}

describe('words one slip apart', () => {
  it.each([
    ['short words', word(3, 6)],
    ['words longer than what is looked at', word(22, 30)],
  ])('are found: %s', (_, letters) => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), letters, (words, wanted) => {
        const { dictionary, slips } = dictionaryOf(words);
        const found = new Set<string>();
        slips.find(new WordBytes().read(wanted), (each) => found.add(dictionary.textOf(each)));
        const expected = words.filter((each) => slipsBetween(each, wanted, 1) <= 1);
        expect([...found].sort()).toEqual([...new Set(expected)].sort());
      }),
    );
  });

  it('are found whatever the slip', () => {
    const { dictionary, slips } = dictionaryOf(['kaspersky']);
    for (const slip of [
      'kasperskyy',
      'kaspersk',
      'kaspresky',
      'kasparsky',
      'aspersky',
      'akspersky',
    ]) {
      const found: string[] = [];
      slips.find(new WordBytes().read(slip), (each) => found.push(dictionary.textOf(each)));
      expect([...new Set(found)]).toEqual(['kaspersky']);
    }
  });
});

describe('words two slips apart', () => {
  it.each(['kasprrsy', 'kzspersxy', 'kaspersdyx', 'kaperky'])(
    'are found by what they share: %s',
    (wanted) => {
      const { dictionary, grams } = dictionaryOf(['kaspersky', 'laboratory', 'kas', 'sky']);
      const found: string[] = [];
      grams.near(new WordBytes().read(wanted), (each) => found.push(dictionary.textOf(each)));
      expect(found).toEqual(['kaspersky']);
    },
  );

  it('leave nothing behind for the next search', () => {
    const { grams } = dictionaryOf(['kaspersky', 'kaspersly']);
    const search = () => {
      const found: number[] = [];
      grams.near(new WordBytes().read('kasparski'), (each) => found.push(each));
      return found;
    };
    expect(search()).toEqual([0, 1]);
    expect(search()).toEqual([0, 1]);
  });
});

describe('words that begin so', () => {
  it('are found, and no others', () => {
    const { dictionary, grams } = dictionaryOf([
      'kaspersky',
      'kaspar',
      'kas',
      'askas',
      'kasachstan',
    ]);
    const found: string[] = [];
    grams.beginning(new WordBytes().read('kasp'), (each) => found.push(dictionary.textOf(each)));
    expect(found).toEqual(['kaspersky', 'kaspar']);
  });
});

describe('the dictionary', () => {
  it('gives back each word as it was, in whatever script', () => {
    const dictionary = new Dictionary();
    const words = ['a', 'kaspersky', '卡巴斯基', 'ß', 'x'.repeat(500), '🙂', 'naïve'];
    const numbers = words.map((each) => dictionary.add(each, 0.5));
    expect(numbers.map((number) => dictionary.textOf(number))).toEqual(words);
    expect(words.map((each) => dictionary.find(each))).toEqual(numbers);
    expect(dictionary.find('kaspersk')).toBe(-1);
    expect(dictionary.weightOf(1)).toBe(0.5);
  });
});
