import { coreOf, standsIn } from './likeness';

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
