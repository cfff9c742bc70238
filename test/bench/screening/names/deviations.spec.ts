import * as deviations from './deviations';
import { NameMaker, tellingWords, wordsKey, type CompanyName } from './names';
import { Random } from './random';
import { inCyrillic, inLatin } from './transliteration';

const maker = new NameMaker(3_000);
const names = Array.from({ length: 3_000 }, () => maker.next());

const NAME: CompanyName = {
  ...{ words: ['Trelvanix', '&', 'Kowalski', 'Steel'], legalForm: 'LLC', script: 'latin' },
  text: 'Trelvanix & Kowalski Steel, LLC',
};

/** All names that can be written so, with what is written. */
const written = (deviation: deviations.Deviation) =>
  names.flatMap((name) => {
    const deviant = deviation(name, new Random(name.text.length));
    return deviant ? [{ name, ...deviant }] : [];
  });

/** Insertions, deletions and replacements between two texts; two neighbours that changed places are two. */
function edits(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const ways = [last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + same];
      next.push(Math.min(...ways));
    }
    last = next;
  }
  return last[other.length]!;
}

describe('ways in which names are written', () => {
  it('change no word where only case, punctuation and legal form are others', () => {
    const all = written(deviations.rewritten);
    expect(all.length).toBeGreaterThan(names.length * 0.9);
    for (const { name, words, text } of all) {
      expect(words).toEqual(name.words);
      expect(text).not.toBe(name.text);
    }
  });

  it.each([
    ['one', deviations.withTypo, 2],
    ['two', deviations.withTwoTypos, 4],
  ])('make %s slip, in letters of the same script', (_, deviation, most) => {
    const all = written(deviation);
    expect(all.length).toBeGreaterThan(names.length * 0.8);
    for (const { name, words } of all) {
      const apart = edits(name.words.join(' '), words.join(' '));
      expect(apart).toBeGreaterThan(0);
      expect(apart).toBeLessThanOrEqual(most);
      const [script] = /\p{Script=Cyrillic}|\p{Script=Greek}/u.exec(name.words.join(' ')) ?? [];
      if (script === undefined) expect(words.join(' ')).not.toMatch(/[Ͱ-ӿ]/);
    }
  });

  it('keep all words where their order is another', () => {
    for (const { name, words } of written(deviations.swapped)) {
      expect(wordsKey(words)).toBe(wordsKey(name.words));
    }
  });

  it('leave out one word of three or more', () => {
    const all = written(deviations.withoutWord);
    for (const { name, words } of all) {
      expect(tellingWords(name.words).length - tellingWords(words).length).toBeGreaterThan(0);
      expect(tellingWords(words).length).toBeGreaterThan(0);
    }
    expect(all.length).toBeGreaterThan(names.length * 0.3);
  });

  it('join two words', () => {
    const texts = Array.from({ length: 20 }, (_, seed) =>
      deviations.joined(NAME, new Random(seed)),
    );
    expect(new Set(texts.map((deviant) => deviant?.text))).toEqual(
      new Set(['Trelvanix & Kowalskisteel LLC']),
    );
  });

  it('leave out the legal form, the words, or all but their first letters', () => {
    expect(deviations.withoutForm(NAME, new Random(1))?.text).toBe('Trelvanix & Kowalski Steel');
    expect(deviations.acronym(NAME, new Random(1))).toBeUndefined();
    const longer = { ...NAME, words: [...NAME.words, 'of', 'Ohio'] };
    expect(deviations.acronym(longer, new Random(1))?.text).toBe('TKSO');
  });
});

describe('names in another alphabet', () => {
  it.each([
    ['Kowalski Steel', 'ковалски стил'],
    ['Shipping Solutions', 'шиппинг солушнс'],
  ])('%j is heard as %j', (name, heard) => {
    expect(inCyrillic(name)).toBe(heard);
  });

  it.each([
    [0, 'shchuka yug zhest'],
    [1, 'ŝuka ûg žest'],
    [2, 'chtchouka ioug jest'],
    [3, 'schtschuka jug schest'],
  ])('in way %d', (way, romanised) => {
    expect(inLatin('Щука Юг Жесть', way)).toBe(romanised);
  });

  it('leaves no Cyrillic letter', () => {
    const all = written(deviations.romanised);
    expect(all.length).toBeGreaterThan(50);
    for (const { text } of all) expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});
