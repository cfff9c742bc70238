import { foldConfusables } from './confusables';
import { tokensOf } from './name-tokens';

const seenIn = (name: string): string => foldConfusables(tokensOf(name), false).join(' ');

describe('letters that only look Latin', () => {
  it.each([
    ['a Cyrillic letter in a Latin word', 'K\u0430spersky', 'kaspersky'],
    ['several', '\u041a\u0430s\u0440\u0435rsk\u0443', 'kaspersky'],
    ['capitals', '\u0412ANK', 'bank'],
    ['small letters of the shape of capitals', '\u043aasp\u0435rs\u043ay', 'kaspersky'],
    ['a Greek letter', '\u0391cme', 'acme'],
    ['a Cherokee letter', '\u13aacme', 'acme'],
    ['a Lisu letter', '\ua4eecme', 'acme'],
    ['a word of such letters among Latin words', '\u0410\u0421\u0415 Systems', 'ace systems'],
    ['a mixed word among words of its script', 'LL\u0421 Ромашка', 'llc ромашка'],
  ])('%s: %j', (_, name, seen) => {
    expect(seenIn(name)).toBe(seen);
  });

  it.each([
    ['where there are none', 'kaspersky lab'],
    ['in a name in its own script', '\u0430\u0441\u0435 россия'],
    ['in such a word alone', '\u0441\u043e\u0440'],
    ['in a word of its own script among Latin words', 'ooo ромашка'],
    ['in such a word beside another of its script', '\u0430\u0441\u0435 ромашка group'],
    ['in other scripts', '华为 huawei 株式会社'],
  ])('stay what they are %s: %j', (_, name) => {
    expect(seenIn(name)).toBe(name);
  });

  it('are read as Latin where the name has other words that are', () => {
    expect(foldConfusables(['\u0430\u0441\u0435'], true)).toEqual(['ace']);
  });
});
