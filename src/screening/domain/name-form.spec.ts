import fc from 'fast-check';
import { nameFormOf, readNameForm, sameWords } from './name-form';
import { normaliseName } from './normalise-name';

const wordsOf = (name: string): string => readNameForm(name).words.join(' ');
const keyOf = (name: string): string => readNameForm(name).key;

describe('the words and the legal form of a name', () => {
  it.each<[string, string, string | null]>([
    ['Kaspersky Lab, Inc.', 'kaspersky lab', 'inc'],
    ['AO Kaspersky Lab', 'kaspersky lab', 'ao'],
    ['KASPERSKY LAB ZAO', 'kaspersky lab', 'zao'],
    ['АО «Лаборатория Касперского»', 'laboratoriya kasperskogo', 'ao'],
    ['Общество с ограниченной ответственностью «Рога и копыта»', 'roga kopyta', 'ooo'],
    ['Huawei Technologies Co., Ltd.', 'huawei technologies', 'ltd'],
    ['华为技术有限公司', 'huawei technology', 'youxian-gongsi'],
    ['深圳华为技术集团有限公司', 'shenzhen huawei technology group', 'youxian-gongsi'],
    ['卡巴斯基实验室', 'kabasiji laboratory', null],
    ['株式会社カスペルスキー', 'kasuperusuki', 'kk'],
    ['㈱カスペルスキー', 'kasuperusuki', 'kk'],
    ['カスペルスキー(株)', 'kasuperusuki', 'kk'],
    ['삼성전자(주)', 'samseong electronics', 'jusik-hoesa'],
    ['บริษัทปตท.จำกัด (มหาชน)', 'ptth', 'chamkat-mahachon'],
    ['Ελληνικά Πετρέλαια Α.Ε.', 'ellinika petrelaia', 'ae'],
    ['אלביט מערכות בע"מ', 'lvyt mrkhvt', 'baam'],
    ['شركة النفط ذ.م.م', 'lnft', 'dmm'],
    ['Müller & Söhne GmbH & Co. KG', 'muller sohne', 'gmbh-co-kg'],
    ['Grupo Aceros S.A. de C.V.', 'grupo aceros', 'sa-de-cv'],
    ['PT Astra International Tbk', 'astra international', 'tbk'],
    ['Ford Motor Company of Canada, Limited', 'ford motor canada', 'ltd'],
    ['Acme (Pty) Ltd', 'acme', 'pty-ltd'],
    ['The Limited', 'limited', null],
    ['AG', 'ag', null],
    ['DO & CO', 'do co', null],
    ['AB Industries LLC', 'ab industries', 'llc'],
    ['Riviera Resort & Spa', 'riviera resort spa', null],
    ['K\u0430s\u0440ersky L\u0430b LL\u0421', 'kaspersky lab', 'llc'],
    ['\u0410\u0421\u0415 Systems', 'ace systems', null],
    ['Газпром', 'gazprom', null],
  ])('%j: %j, %s', (name, words, legalForm) => {
    expect([wordsOf(name), readNameForm(name).legalForm]).toEqual([words, legalForm]);
  });

  it.each([
    ['initials with full stops', 'A.B.C. Supply', 'abc supply'],
    ['initials with spaces', 'A B C Supply', 'abc supply'],
    ['initials joined by and', 'J. & R. Smith', 'jr smith'],
    ['initials joined by and, in another language', 'J und R Smith', 'jr smith'],
    ['two letters and one', 'AT&T', 'att'],
    ['a letter and a digit', '3 M', '3m'],
    ['one letter', 'Vitamin E Labs', 'vitamin labs'],
    ['one letter at the end', 'Vitamin E', 'vitamin e'],
    ['numbers with zeros before', 'Station 007', 'station 7'],
    ['a number with its sign', 'Factory No. 5', 'factory 5'],
    ['a number joined to its sign', 'Factory №5', 'factory 5'],
    ['digits that are no spaced number', 'Area 5 1', 'area 5 1'],
    ['articles and prepositions', 'The Bank of the West', 'bank west'],
    ['prepositions of other languages', 'Banco de la Nación', 'banco nacion'],
    ['a preposition in front', 'De Beers Group', 'de beers group'],
    ['apostrophes', "L’Oréal O'Brien", 'loreal obrien'],
    ['hyphens and strokes', 'Aero-Caribbean/Air', 'aero caribbean air'],
    ['nothing that tells', 'The And', 'the and'],
    ['letters that nothing can be made of', '\u{10ffff}', ''],
  ])('reads %s: %j', (_, name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});

describe('the key of a name', () => {
  it.each([
    ['Acme, Incorporated', 'ACME Inc.'],
    ['Acme Co., Ltd.', 'Acme Company Limited'],
    ['AO «Kaspersky»', 'АО Kaspersky'],
    ['株式会社東芝', '㈱東芝'],
    ['Acme L.L.C.', 'Acme Limited Liability Company'],
    ['Müller & Söhne GmbH', 'Muller and Sohne G.m.b.H.'],
  ])('is one for %j and %j', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['a legal form less', 'Acme', 'Acme Inc'],
    ['another legal form', 'Acme Inc', 'Acme Corp'],
    ['a form and its English name', 'AO Acme', 'Acme JSC'],
    ['another order', 'AO Acme', 'Acme AO'],
    ['another order of words', 'Acme Blue', 'Blue Acme'],
    ['another script', 'Газпром', 'Gazprom'],
    ['letters that only look the same', 'Acme', 'Acm\u0435'],
    ['a word that tells little', 'Bank of West', 'Bank West'],
    ['initials', 'A B C', 'ABC'],
  ])('is not one for %s: %j and %j', (_, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('is the normalised name where there is no legal form', () => {
    for (const name of ['Große Straße', 'हिन्दी', 'Лаборатория Касперского', '!!!', ''])
      expect(keyOf(name)).toBe(normaliseName(name));
  });
});

describe('whether two names have the same words', () => {
  it.each([
    ['Kaspersky Lab Inc', 'Lab Kaspersky'],
    ['Kaspersky Lab Inc', 'KASPERSKY LAB, INCORPORATED'],
    ['AO Kaspersky Lab', 'Kaspersky Lab JSC'],
    ['Газпром', 'Gazprom OAO'],
    ['Acme Company', 'Acme Co., Inc.'],
    ['The Acme Bank of Boston', 'Acme Bank Boston'],
  ])('%j, %j: yes', (one, other) => {
    expect(sameWords(readNameForm(one), readNameForm(other))).toBe(true);
    expect(sameWords(readNameForm(other), readNameForm(one))).toBe(true);
  });

  it.each([
    ['Kaspersky Lab Inc', 'Kaspersky Lab Ltd'],
    ['Kaspersky Lab', 'Kaspersky Labs'],
    ['Kaspersky Lab', 'Kaspersky'],
    ['Acme Acme Blue', 'Acme Blue Blue'],
    ['!!!', '???'],
  ])('%j, %j: no', (one, other) => {
    expect(sameWords(readNameForm(one), readNameForm(other))).toBe(false);
    expect(sameWords(readNameForm(other), readNameForm(one))).toBe(false);
  });
});

const PIECES = [
  ...['acme', 'blue', 'river', 'ltd', 'Inc.', 'co', 'GmbH & Co. KG', 'limited', 'AO', 'ООО', 'Spa'],
  ...['and', '&', 'of', 'the', 'a', 'b', 'S.A.', 'de C.V.', '株式会社', '東芝', '有限公司', '(株)'],
  ...[
    'Касперского',
    'а',
    'с',
    '007',
    'No.',
    'company',
    'บริษัท',
    'จำกัด',
    'joint stock',
    'z o.o.',
    'private',
    'professional',
    'S. de P.R. de R.L.',
    'GmbH',
    'KG',
  ],
] as const;

const aName = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '  ', ', ', '')), {
    maxLength: 9,
  })
  .map((pieces) => pieces.flat().join(''));
const anyName = fc.oneof(aName, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('any name', () => {
  it('has a form whose key is that of itself', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const { key } = readNameForm(name);
        expect(keyOf(key)).toBe(key);
        expect(key === '').toBe(normaliseName(name) === '');
      }),
      { numRuns: 5_000 },
    );
  });

  it('has words and weights, one each, unless it has nothing to read', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const { key, words, weights } = readNameForm(name);
        expect(weights).toHaveLength(words.length);
        expect(words.includes('')).toBe(false);
        expect(words.length === 0).toBe(key === '');
        expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the same whether it is remembered or not', () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(nameFormOf(name)).toEqual(readNameForm(name));
        expect(nameFormOf(name)).toEqual(readNameForm(name));
      }),
    );
  });

  it('is the same in any case, and with other spaces and punctuation between its words', () => {
    fc.assert(
      fc.property(aName, fc.constantFrom('  ', '\t', ' - ', ' / ', ' "', '\u00a0'), (name, gap) => {
        const form = readNameForm(name);
        expect(readNameForm(name.toUpperCase())).toEqual(form);
        expect(readNameForm(name.toLowerCase())).toEqual(form);
        expect(readNameForm(`«${name.replaceAll(' ', gap)}»!`)).toEqual(form);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same with and without diacritics', () => {
    const accented = fc.constantFrom(
      'é',
      'ö',
      'ñ',
      'ç',
      'ā',
      'ů',
      'ž',
      'a',
      'k',
      ' ',
      ' s.a.',
      ' ltd',
    );
    fc.assert(
      fc.property(fc.array(accented, { maxLength: 12 }), (letters) => {
        const name = letters.join('');
        const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
        expect(readNameForm(plain)).toEqual(readNameForm(name));
        expect(readNameForm(name.normalize('NFD'))).toEqual(readNameForm(name));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['one long word', 'a'.repeat(100_000)],
    ['many words', 'acme blue '.repeat(20_000)],
    ['many legal forms', 'co ltd inc '.repeat(20_000)],
    ['many initials', 'a b & '.repeat(20_000)],
    ['a long word without spaces', '公司有限'.repeat(20_000)],
    ['many letters that only look Latin', 'a\u0430 \u0441'.repeat(20_000)],
    ['many diacritics', `a${'\u0301\u0300'.repeat(20_000)}`],
    ['ligatures that become many letters', '\ufdfa '.repeat(5_000)],
  ])('is read to its 512th letter and 64th word: %s', (_, name) => {
    const { words } = readNameForm(name);
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(64);
    expect(words.join('').length).toBeLessThanOrEqual(4 * 512);
  });
});
