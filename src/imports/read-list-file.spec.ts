import fs from 'node:fs';
import path from 'node:path';
import type { ImportRow } from './domain/import-row';
import { readListFile } from './read-list-file';

const read = (text: string) => readListFile(Buffer.from(text));
const fixture = (name: string) =>
  readListFile(fs.readFileSync(path.resolve(__dirname, '../../test/data', name)));

const aRow = (change: Partial<ImportRow> = {}): ImportRow => ({
  place: 'line 2',
  name: 'Acme',
  country: null,
  identifiers: [{ scheme: 'duns', value: '008050242' }],
  contractNumber: null,
  categories: [],
  effectiveFrom: null,
  effectiveTo: undefined,
  ...change,
});

describe('an approved list as CSV', () => {
  it('says all of a row that a row can say', () => {
    const text = `name,uei,cage,duns,lei,country,contract_number,categories,effective_from,effective_to
"Acme, Inc.",c9smch1lf538,1c2h1,008050242,969500KSV493XWY0PS33,us,GS-35F-0001A,132-33; 132-50,2017-07-11,2018-07-11T12:00:00+02:00
`;
    expect(read(text)).toEqual({
      rows: [
        aRow({
          name: 'Acme, Inc.',
          country: 'US',
          identifiers: [
            { scheme: 'uei', value: 'C9SMCH1LF538' },
            { scheme: 'cage', value: '1C2H1' },
            { scheme: 'duns', value: '008050242' },
            { scheme: 'lei', value: '969500KSV493XWY0PS33' },
          ],
          contractNumber: 'GS-35F-0001A',
          categories: ['132-33', '132-50'],
          effectiveFrom: '2017-07-11T00:00:00.000Z',
          effectiveTo: '2018-07-11T10:00:00.000Z',
        }),
      ],
      refused: [],
      warnings: [],
    });
  });

  it.each([
    [
      'columns in any order, with a byte order mark and CRLF',
      '\ufeffDUNS,Name\r\n008050242,Acme\r\n',
    ],
    ['empty cells and lines', 'name,duns,cage,effective_to\n\nAcme,008050242,,\n'],
    ['no line end at the end', 'name,duns\nAcme,008050242'],
  ])('may have %s', (_, text) => {
    const { rows, refused } = read(text);
    expect(refused).toEqual([]);
    expect(rows).toEqual([aRow({ place: text.includes('\n\n') ? 'line 3' : 'line 2' })]);
  });

  it('has every row refused that breaks a rule, with its line and all its reasons', () => {
    const text = [
      'name,uei,cage,duns,country,categories,effective_from,effective_to',
      ',,,,,,,',
      'A,OOO,1,8050242,USA,a;;b,11.7.2017,2017-02-30',
      'B,,1C2H1,,,a;a,2018-01-01,2018-01-01',
      '!!!,,1C2H1,,,,,',
      'C,,1C2H1',
      `${'D'.repeat(301)},,1C2H1,,,,,`,
      'Good,,1C2H1,,,,,',
    ].join('\n');
    const { rows, refused } = read(text);
    expect(rows.map(({ name, place }) => [name, place])).toEqual([['Good', 'line 8']]);
    expect(refused).toEqual([
      {
        place: 'line 2',
        words: 'name is missing; uei, cage, duns, lei: one of them must be given',
      },
      {
        place: 'line 3',
        words: [
          'effectiveFrom must be a day (2017-07-11: 00:00 UTC) or an RFC 3339 time',
          'effectiveTo must be a day (2017-07-11: 00:00 UTC) or an RFC 3339 time',
          'country must be an ISO 3166-1 alpha-2 country, such as US',
          'uei must be 12 letters or digits',
          'cage must be 5 digits or letters, without the letters I and O',
          'duns must be 9 digits, leading zeros among them',
          'categories must be codes, none of them blank',
        ].join('; '),
      },
      {
        place: 'line 4',
        words: 'effectiveTo must be later than effectiveFrom; categories must not repeat a code',
      },
      { place: 'line 5', words: 'name must hold a letter or a digit' },
      { place: 'line 6', words: 'has 3 cells where the header has 8' },
      { place: 'line 7', words: 'name must have 300 characters or fewer' },
    ]);
  });

  it('takes a UEI with a wrong check digit, and warns', () => {
    const { rows, warnings } = read('name,uei\nAcme,ABC123DEF456\n');
    expect(rows).toHaveLength(1);
    expect(warnings).toEqual([
      { place: 'line 2', words: 'uei does not end in its check digit: look for a typing error' },
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    [' \n', 'The file is empty.'],
    ['Acme,008050242\n', 'The header has a column "Acme"'],
    ['name,colour\nAcme,red\n', 'The header has a column "colour"'],
    ['duns\n008050242\n', 'with the column name'],
    ['name,name\nA,B\n', 'a column twice'],
    ['name,duns\nAcme,1\n"B" x,2\nC,3\n', 'The CSV is broken. Invalid Closing Quote'],
    ['name,duns\nAcme,1\n"B,2\nC,3\n', 'The CSV is broken. Quote Not Closed'],
    ['name,duns\nAc"me,1\n', 'The CSV is broken. Invalid Opening Quote'],
    ['[{"name": ]', 'The JSON is broken'],
    ['{"name": "Acme"}', 'The JSON is not an array'],
  ])('is refused whole: %j', (text, words) => {
    expect(() => read(text)).toThrow(words);
  });

  it('is refused whole when it is not in UTF-8', () => {
    const latin = Buffer.from('name,duns\nSoci\xe9t\xe9,008050242\n', 'latin1');
    expect(() => readListFile(latin)).toThrow('The file is not text in UTF-8.');
  });
});

describe('an approved list as JSON', () => {
  it('says the same as one in CSV', () => {
    const item = {
      name: 'Acme',
      duns: '008050242',
      country: 'US',
      contractNumber: 'X-1',
      categories: ['1', '5A'],
      effectiveFrom: '2017-07-11T00:00:00.000Z',
      effectiveTo: null,
    };
    expect(read(JSON.stringify([item])).rows).toEqual([
      aRow({
        place: 'item 1',
        country: 'US',
        contractNumber: 'X-1',
        categories: ['1', '5A'],
        effectiveFrom: '2017-07-11T00:00:00.000Z',
        effectiveTo: null,
      }),
    ]);
  });

  it('has every item refused that is no row', () => {
    const items = [
      null,
      [],
      { name: 'A', duns: '008050242', colour: 'red' },
      { name: 'A', duns: 8050242 },
      { name: 'A', duns: '008050242', categories: '1' },
      { name: 'A', duns: '008050242', categories: [1] },
      { name: 'A\u0000', duns: '008050242' },
      { name: 7, duns: '008050242', effectiveFrom: 2017 },
    ];
    const { rows, refused } = read(JSON.stringify(items));
    expect(rows.map(({ place }) => place)).toEqual(['item 5']);
    expect(refused).toEqual([
      { place: 'item 1', words: 'is not an object' },
      { place: 'item 2', words: 'is not an object' },
      { place: 'item 3', words: 'has members that are not known: colour' },
      { place: 'item 4', words: 'duns must be text' },
      { place: 'item 6', words: 'categories must be codes, none of them blank' },
      { place: 'item 7', words: 'name must not be blank or hold control characters' },
      {
        place: 'item 8',
        words:
          'effectiveFrom must be a day (2017-07-11: 00:00 UTC) or an RFC 3339 time; name must be text',
      },
    ]);
  });
});

describe('an approved list as a fixture of GSA’s Discovery tool', () => {
  it('has a row for each contract number, in the category of its pool, and nothing else', () => {
    expect(fixture('oasis-invented.json')).toEqual({
      rows: [
        aRow({
          place: 'vendors.poolpiid 1',
          name: 'Invented Concepts, LLC',
          identifiers: [
            { scheme: 'cage', value: '9ZZ91' },
            { scheme: 'duns', value: '990000001' },
          ],
          contractNumber: 'INVENTED101',
          categories: ['1'],
        }),
        aRow({
          place: 'vendors.poolpiid 2',
          name: 'Invented Concepts, LLC',
          identifiers: [
            { scheme: 'cage', value: '9ZZ91' },
            { scheme: 'duns', value: '990000001' },
          ],
          contractNumber: 'INVENTED5A1',
          categories: ['5A'],
        }),
        aRow({
          place: 'vendors.poolpiid 3',
          name: 'Made-up & Sons',
          identifiers: [{ scheme: 'duns', value: '990000002' }],
          contractNumber: 'INVENTED102',
          categories: ['1'],
        }),
      ],
      refused: [],
      warnings: [],
    });
  });

  it('has a row refused whose vendor or pool is missing', () => {
    const row = (pk: number, fields: object) => ({ model: 'vendors.poolpiid', pk, fields });
    const { refused } = read(
      JSON.stringify([
        { model: 'vendors.vendor', pk: 1, fields: { name: 'A', duns: '008050242', cage: null } },
        row(1, { vendor: 2, pool: '1_SB', piid: 'X' }),
        row(2, { vendor: 1, pool: '1_SB', piid: 'X' }),
      ]),
    );
    expect(refused).toEqual([
      { place: 'vendors.poolpiid 1', words: 'names a vendor that the fixture does not have' },
      { place: 'vendors.poolpiid 2', words: 'names a pool that the fixture does not have' },
    ]);
  });
});
