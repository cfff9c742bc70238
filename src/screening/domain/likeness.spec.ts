import fc from 'fast-check';
import { coreOf, isLike, standsIn } from './likeness';

describe('the words of a name that tell', () => {
  it.each([
    ['Kaspersky Lab, Inc.', ['kaspersky']],
    ['AO Kaspersky Lab', ['kaspersky']],
    ['The Acme Company of America', ['acme', 'america']],
    ['HUAWEI Technologies Co., Ltd.', ['huawei']],
    ['Global Software Solutions', ['global', 'software', 'solutions']],
    ['Zhejiang Dahua Technology', ['zhejiang', 'dahua']],
    ['!!!', []],
    ['华为技术有限公司', ['huaweijishuyouxiangongsi']],
  ])('%j', (name, core) => {
    expect(coreOf(name)).toEqual(core);
  });
});

describe('whether words stand in others', () => {
  it.each<[string[], string[], boolean]>([
    [['b'], ['a', 'b', 'c'], true],
    [['b', 'c'], ['a', 'b', 'c'], true],
    [['a', 'b', 'c'], ['a', 'b', 'c'], true],
    [['a', 'c'], ['a', 'b', 'c'], false],
    [['c', 'd'], ['a', 'b', 'c'], false],
    [['b', 'a'], ['a', 'b'], false],
    [['ab'], ['abc'], false],
    [[], ['a'], false],
    [['a'], [], false],
  ])('%j in %j: %s', (words, text, stands) => {
    expect(standsIn(words, text)).toBe(stands);
  });
});

describe('whether one name may be meant by another', () => {
  it.each([
    ['the same', 'Acme', 'ACME'],
    ['other legal forms', 'Acme Inc', 'Acme GmbH'],
    ['one within the other', 'Kaspersky', 'Kaspersky North America'],
    ['the other within the one', 'Kaspersky North America', 'Kaspersky'],
    ['a letter left out', 'Kaspersky', 'Kaspesky'],
    ['a letter too much', 'Kaspersky', 'Kasperskyy'],
    ['a letter for another', 'Huawei', 'Huawai'],
    ['neighbours that changed places', 'Huawei', 'Huaewi'],
    ['two slips in a long name', 'Kaspersky', 'Casperski'],
    ['two slips apart in a long name', 'Kapsersyk', 'Kaspersky'],
    ['common words alone, the same', 'Global Systems', 'global systems'],
    ['short names, the same', 'XY', 'XY Corp'],
  ])('%s: %j, %j', (_, one, other) => {
    expect(isLike(one, other)).toBe(true);
    expect(isLike(other, one)).toBe(true);
  });

  it.each([
    ['other words', 'Acme', 'Borealis'],
    ['a slip in a short name', 'Acme', 'Acne'],
    ['two slips in a name that is not long', 'Huawei', 'Hoawai'],
    ['three slips in a long name', 'Kaspersky', 'Gasberski'],
    ['letters that changed places far apart', 'Huawei', 'iuaweH'],
    ['a short name within another', 'XY', 'XY Trading'],
    ['common words only', 'Global Systems', 'Digital Solutions'],
    ['nothing, and something', '!!!', 'Acme'],
  ])('not %s: %j, %j', (_, one, other) => {
    expect(isLike(one, other)).toBe(false);
    expect(isLike(other, one)).toBe(false);
  });

  it('is the same seen from either, and every name is like itself', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', ' ', 'inc '),
      maxLength: 12,
    });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(isLike(one, other)).toBe(isLike(other, one));
        expect(isLike(one, one)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
