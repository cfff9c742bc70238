import { readNameForm } from '../name-form';
import { findLegalForms, legalFamilyOf, legalFormsAgree, mainForm } from './find-legal-forms';
import { LEGAL_FORMS, SPELLINGS } from './spellings';

const NAME = ['zyxwega'];
const codeOf = (tokens: readonly string[]): string | null => mainForm(findLegalForms(tokens));

const ALL = SPELLINGS.map(({ words, form, vague }) => ({
  spelled: words.join(' '),
  words,
  form,
  vague,
}));

describe('the table of legal forms', () => {
  it('has each code once, each as the words of a key', () => {
    const codes = LEGAL_FORMS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('has no spelling that means two forms', () => {
    const twice = ALL.filter(({ spelled, form }) =>
      ALL.some((other) => other.spelled === spelled && other.form !== form),
    );
    expect(twice.map(({ spelled, form }) => [spelled, form.code])).toEqual([]);
  });

  it('names English forms that are there', () => {
    const codes = new Set(LEGAL_FORMS.map(({ code }) => code));
    expect(LEGAL_FORMS.filter(({ english }) => english && !codes.has(english))).toEqual([]);
  });

  it.each(ALL.map(({ spelled, words, form }) => [spelled, form.code, words] as const))(
    'finds %s (%s) behind a name',
    (_, code, words) => {
      expect(codeOf([...NAME, ...words])).toBe(code);
    },
  );

  it.each(
    ALL.filter(({ form }) => form.front).map(
      ({ spelled, words, form }) => [spelled, form.code, words] as const,
    ),
  )('finds %s (%s) before a name', (_, code, words) => {
    expect(codeOf([...words, ...NAME])).toBe(code);
  });

  it.each(
    ALL.filter(({ form, words }) => !form.front && words.length === 1).map(
      ({ spelled, words, form }) => [spelled, form.code, words] as const,
    ),
  )('takes %s (%s) before a name for a word', (_, __, words) => {
    expect(codeOf([...words, ...NAME])).toBeNull();
  });

  it('reads each form the same from its key', () => {
    for (const { words } of SPELLINGS) {
      const { key, legalForm } = readNameForm(['zyxwega', ...words].join(' '));
      expect(readNameForm(key)).toMatchObject({ key, legalForm, words: ['zyxwega'] });
    }
  });
});

describe('where legal forms stand', () => {
  it.each<[string, string | null]>([
    ['acme inc usa', 'inc'],
    ['acme co ltd shenzhen', 'ltd'],
    ['acme co of canada', null],
    ['acme co inc', 'inc'],
    ['acme inc co', 'inc'],
    ['pt acme tbk', 'tbk'],
    ['ab acme llc', 'llc'],
    ['ab acme', 'ab'],
    ['ab industries', null],
    ['acme resort and spa', null],
    ['acme spa', 'spa'],
    ['acme s a', 'sa'],
    ['r s a', null],
    ['acme l l c', 'llc'],
    ['a b l l c', 'llc'],
    ['kung pao kitchen', null],
    ['pao rosneft', 'pao'],
    ['rosneft pao', 'pao'],
    ['peggy sue diner', null],
    ['acme and co', 'and-co'],
    ['the limited', null],
    ['ag', null],
    ['llc ooo', null],
    ['acme', null],
    ['', null],
  ])('%j: %s', (name, code) => {
    expect(codeOf(name.split(' '))).toBe(code);
  });
});

describe('legal forms and each other', () => {
  it.each<[string | null, string | null]>([
    ['ao', 'joint-stock'],
    ['jsc', 'joint-stock'],
    ['llc', 'limited'],
    ['co', 'company'],
    ['no-such-form', null],
    [null, null],
  ])('%s is of the family %s', (code, family) => {
    expect(legalFamilyOf(code)).toBe(family);
  });

  it.each<[string | null, string | null, boolean]>([
    ['inc', 'inc', true],
    ['inc', null, true],
    [null, null, true],
    ['co', 'inc', true],
    ['ao', 'jsc', true],
    ['kk', 'ltd', true],
    ['inc', 'corp', false],
    ['gmbh', 'ltd', false],
    ['zao', 'ao', false],
    ['kk', 'youxian-gongsi', false],
  ])('%s and %s agree: %s', (one, other, agree) => {
    expect(legalFormsAgree(one, other)).toBe(agree);
    expect(legalFormsAgree(other, one)).toBe(agree);
  });
});
