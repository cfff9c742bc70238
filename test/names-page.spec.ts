import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LEGAL_FORMS } from '../src/screening/domain/legal-forms/spellings';
import { NORMALISATION, readNameForm } from '../src/screening/domain/name-form';

const PAGE = readFileSync(path.join(__dirname, '../docs/names.md'), 'utf8');

/** The rows of the table under a heading row, without the marks of code. */
function rowsUnder(heading: string): string[][] {
  const [, below = ''] = PAGE.split(`${heading}\n`);
  const table = /^\|[ -|]+\n((?:\|.+\n)+)/.exec(below)?.[1] ?? '';
  return table
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')));
}

describe('the page on names', () => {
  it('is of the version that is in force', () => {
    expect(PAGE).toContain(`**${NORMALISATION}**`);
  });

  const forms = rowsUnder('| name | key | words | legal form |');
  it.each(forms)('reads %j as it says', (name, key, words, legalForm) => {
    const form = readNameForm(name);
    expect([form.key, form.words.join(' '), form.legalForm ?? '']).toEqual([key, words, legalForm]);
  });

  const steps = rowsUnder('| step | from | words |');
  it.each(steps)('shows what it says: %s', (_, name, words) => {
    expect(readNameForm(name).words.join(' ')).toBe(words);
  });

  it('has examples', () => {
    expect(forms.length).toBeGreaterThan(5);
    expect(steps.length).toBeGreaterThan(10);
  });

  it('names each legal form by its family', () => {
    const told = rowsUnder('| family | codes |').flatMap(([family, codes = '']) =>
      codes.split(' ').map((code) => `${family} ${code}`),
    );
    expect(told.sort()).toEqual(LEGAL_FORMS.map(({ family, code }) => `${family} ${code}`).sort());
  });
});
