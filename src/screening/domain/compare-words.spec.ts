import { kinshipOf, likenessOfWords, readWord } from './compare-words';

const kinship = (one: string, other: string) => kinshipOf(readWord(one), readWord(other));

describe('two words', () => {
  it.each([
    ['words', 'lab', 'laboratoriya'],
    ['words', 'shpg', 'shipping'],
    ['words', 'iran', 'iranian'],
    ['words', 'turbine', 'turbines'],
    ['sound', 'kaspersky', 'kasperskogo'],
    ['sound', 'kaspersky', 'caspersky'],
    ['sound', 'mohammad', 'muhammed'],
    ['sound', 'ahmad', 'akhmed'],
    ['sound', 'aqsa', 'aqssa'],
    ['sound', 'yasmin', 'jasmine'],
    ['sound', 'philips', 'filips'],
    ['spelling', 'kaspersky', 'kapsersky'],
    ['spelling', 'huawei', 'huaewi'],
    ['spelling', 'rosneft', 'rosneff'],
  ])('are alike by %s: %s, %s', (by, one, other) => {
    expect(likenessOfWords(one, other)).toBeGreaterThan(0.7);
    expect(likenessOfWords(one, other)).toBe(likenessOfWords(other, one));
    expect(kinship(one, other)).toBe(by);
  });

  it.each([
    ['casper', 'kaspersky'],
    ['ab', 'ac'],
    ['huawei', 'hoawai'.split('').reverse().join('')],
    ['trading', 'shipping'],
    ['co', 'company'],
  ])('are not alike: %s, %s', (one, other) => {
    expect(likenessOfWords(one, other)).toBe(0);
  });

  it('are half alike where one letter of four is another', () => {
    expect(likenessOfWords('acme', 'acne')).toBe(0.6);
    expect(likenessOfWords('abc', 'abd')).toBe(0);
  });

  it('are the less alike, the further their vowels are apart', () => {
    const [same, near, far] = ['hassan', 'hessan', 'hossun'].map((word) =>
      likenessOfWords('hasan', word),
    );
    expect(same).toBeGreaterThan(near!);
    expect(near).toBeGreaterThan(far!);
  });
});
