import { NameMaker, tellingWords, wordsKey } from './names';

const make = (count: number, seed?: number) => {
  const maker = new NameMaker(count, seed);
  return Array.from({ length: count }, () => maker.next());
};

describe('made-up names', () => {
  const names = make(10_000);

  it('are the same each time, and others for another seed', () => {
    expect(make(500).map(({ text }) => text)).toEqual(make(500).map(({ text }) => text));
    expect(make(500, 2)).not.toEqual(make(500));
  });

  it('differ in more than case, punctuation, order and legal form', () => {
    expect(new Set(names.map(({ words }) => wordsKey(words))).size).toBe(names.length);
  });

  it('are of several scripts, most of them Latin', () => {
    const share = (script: string): number =>
      names.filter((name) => name.script === script).length / names.length;
    expect(share('latin')).toBeGreaterThan(0.9);
    for (const script of ['cyrillic', 'chinese', 'greek']) expect(share(script)).toBeGreaterThan(0);
  });

  it('have few words that are many names’, and many that are one name’s', () => {
    const counts = new Map<string, number>();
    for (const word of names.flatMap(({ words }) => [...new Set(tellingWords(words))])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const often = [...counts.values()].sort((a, b) => b - a);
    expect(often[0]).toBeLessThan(names.length * 0.05);
    expect(often[20]).toBeGreaterThan(names.length * 0.005);
    expect(often.filter((count) => count === 1).length).toBeGreaterThan(often.length * 0.4);
  });

  it('have two to four words, most of them', () => {
    const usual = names.filter(({ words }) => [2, 3, 4].includes(tellingWords(words).length));
    expect(usual.length / names.length).toBeGreaterThan(0.65);
    expect(names.some(({ words }) => words.length === 1)).toBe(true);
  });
});

describe('what tells two names apart', () => {
  it.each([
    [
      ['Smith', '&', 'Sons'],
      ['SONS', 'and', 'Smith'],
    ],
    [
      ['J.', 'R.', 'O’Brien'],
      ['r', 'obrien', 'j'],
    ],
    [['Müller-Thurgau'], ['Thurgau', 'Muller']],
  ])('not %j from %j', (one, other) => {
    expect(wordsKey(one)).toBe(wordsKey(other));
  });

  it.each([
    [['Smith', 'Steel'], ['Smith']],
    [['ABC'], ['A', 'B', 'C']],
  ])('%j from %j', (one, other) => {
    expect(wordsKey(one)).not.toBe(wordsKey(other));
  });
});
