import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { readNameForm } from '../src/screening/domain/name-form';
import { normaliseName } from '../src/screening/domain/normalise-name';

const REAL = path.resolve(__dirname, '../../shared/data/ofac/org_alias_pairs_2021.csv');

/** The names in a file of pairs, each once. */
function namesIn(file: string): string[] {
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
  return [...new Set(rows.flatMap((row) => [row['primary_name'] ?? '', row['alias'] ?? '']))];
}

const INVENTED = [
  ...[
    'ACME TRADING COMPANY L.L.C.',
    'ACME & CIA. S. EN C.',
    'OOO ROGA I KOPYTA',
    'ACME S.A.DE C.V.',
  ],
  ...[
    'OPEN JOINT STOCK COMPANY ACME',
    'ACME GMBH (A.K.A. BLUE)',
    'THE ACME FUND',
    'ACME SPOL. S R.O.',
  ],
];

const LISTS = [
  { list: 'invented names', names: () => INVENTED },
  { list: 'the organisations that OFAC lists', names: () => namesIn(REAL) },
].filter(({ list }) => {
  const here = list === 'invented names' || existsSync(REAL);
  if (!here) console.warn(`Not tested: ${list}; ${path.basename(REAL)} is not at hand.`);
  return here;
});

/** Spellings that are nothing but legal forms. */
const FORMS = /^(?:inc|llc|ltd|gmbh|plc|ooo|oao|pjsc|ojsc|cjsc|sarl|ltda|sro|eood|pllc)$/;

describe.each(LISTS)('$list', ({ names }) => {
  const forms = names().map((name) => ({ name, form: readNameForm(name) }));

  it('have words, and no legal form among them', () => {
    const odd = forms.filter(
      ({ form }) => form.words.length === 0 || form.words.slice(1).some((word) => FORMS.test(word)),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('have keys that are keys of themselves', () => {
    const odd = forms.filter(({ form }) => readNameForm(form.key).key !== form.key);
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('are read the same in small letters and without punctuation', () => {
    const odd = forms.filter(({ name, form }) => {
      const other = readNameForm(normaliseName(name));
      return other.key !== form.key || other.words.join(' ') !== form.words.join(' ');
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });
});
