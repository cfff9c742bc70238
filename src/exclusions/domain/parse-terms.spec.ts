import type { InvalidRequest } from '../../problems/registry-error';
import type { ExclusionTerms, Scope } from './exclusion';
import { parseArticles, parseTerms } from './parse-terms';

const WHOLE: Scope = { whole: true, articles: [], categories: [], uses: [], exempt: [] };
const ALL = { agencies: 'all', groups: [], vehicles: [], systems: [] } as const;
const NOBODY = { ...ALL, agencies: [] };
const ARTICLE = { manufacturer: 'Kaspersky Lab', product: null, aliases: [] };
const PART: Scope = { ...WHOLE, whole: false, articles: [ARTICLE] };

const terms = (change: Partial<ExclusionTerms> = {}): ExclusionTerms => ({
  ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor: 'V', affiliates: ['named-only'] },
  ...{ scope: WHOLE, binds: ALL, effects: ['award'], cause: null, citations: [] },
  ...{ comment: null, milestones: [] },
  ...change,
});

const aMilestone = (change: object = {}) => ({
  ...{ code: 'identify', title: null, due: '2017-10-13T00:00:00.000Z' },
  ...change,
});

function refusalOf(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    return (error as InvalidRequest).errors.map(({ pointer }) => pointer);
  }
  return [];
}

const refused = (change: Partial<ExclusionTerms>, at?: string) =>
  refusalOf(() => parseTerms(terms(change), at));

describe('what an exclusion says', () => {
  it.each<[string, Partial<ExclusionTerms>]>([
    ['a vendor as a whole', {}],
    ['articles of nobody that is registered', { vendor: null, scope: PART }],
    ['some categories of a vendor', { scope: { ...WHOLE, whole: false, categories: ['7035'] } }],
    ['a vendor and its articles', { scope: { ...PART, whole: true } }],
    ['what a statute prohibits', { kind: 'prohibition', basis: 'statute' }],
    ['one group of agencies', { binds: { ...NOBODY, groups: ['civilian'] } }],
    ['one contract vehicle', { binds: { ...NOBODY, vehicles: ['gsa-schedule-70'] } }],
    ['some systems', { binds: { ...NOBODY, systems: ['sci'] } }],
    ['all who belong to a vendor', { affiliates: ['common-control', 'successors'] }],
  ])('may bar or bind %s', (_, change) => {
    expect(parseTerms(terms(change))).toEqual(terms(change));
  });

  it.each<[string, Partial<ExclusionTerms>, string]>([
    ['a prohibition that rests on nothing', { kind: 'prohibition' }, '/basis'],
    ['a debarment by statute', { basis: 'statute' }, '/basis'],
    ['nothing barred', { scope: { ...WHOLE, whole: false } }, '/scope'],
    [
      'the whole, and categories',
      { scope: { ...WHOLE, categories: ['7035'] } },
      '/scope/categories',
    ],
    [
      'a manufacturer by a name of no letters',
      { scope: { ...PART, articles: [{ manufacturer: '!!!', product: null, aliases: [] }] } },
      '/scope/articles/0/manufacturer',
    ],
    [
      'a product by a name of no letters',
      { scope: { ...PART, articles: [{ manufacturer: 'A', product: '—', aliases: [] }] } },
      '/scope/articles/0/product',
    ],
    ['nobody as a whole', { vendor: null }, '/vendor'],
    ['nobody in categories', { vendor: null, scope: { ...PART, categories: ['x'] } }, '/vendor'],
    ['nobody bound', { binds: NOBODY }, '/binds'],
    ['nothing that is barred', { effects: [] }, '/effects'],
    ['the named only, and others', { affiliates: ['named-only', 'successors'] }, '/affiliates'],
    [
      'a voluntary exclusion from some',
      { kind: 'voluntary-exclusion', binds: NOBODY },
      '/binds/agencies',
    ],
    [
      'two milestones of one code',
      { milestones: [aMilestone(), aMilestone({ code: ' identify' })] },
      '/milestones/1/code',
    ],
    [
      'a milestone without a day',
      { milestones: [aMilestone({ due: 'soon' })] },
      '/milestones/0/due',
    ],
    ['an agency without a code', { agency: ' ' }, '/agency'],
    [
      'an article of nobody',
      { scope: { ...PART, articles: [ARTICLE, { ...ARTICLE, manufacturer: ' ' }] } },
      '/scope/articles/1/manufacturer',
    ],
    [
      'an alias that says nothing',
      { scope: { ...PART, articles: [{ ...ARTICLE, aliases: ['AVP', ''] }] } },
      '/scope/articles/0/aliases/1',
    ],
    [
      'a citation of nothing',
      { citations: [{ edition: 'far', citation: '' }] },
      '/citations/0/citation',
    ],
  ])('is refused with %s', (_, change, pointer) => {
    expect(refused(change)).toEqual([`/exclusion${pointer}`]);
  });

  it('is refused for all that is wrong at once, where it was said', () => {
    expect(refused({ effects: [], binds: NOBODY }, '/terms')).toEqual([
      '/terms/binds',
      '/terms/effects',
    ]);
  });

  it('is kept in one form', () => {
    const given = terms({
      ...{ agency: ' dhs ', cause: ' fraud ', comment: '  ' },
      effects: ['award', 'use', 'award'],
      binds: { ...ALL, agencies: ['dhs', 'DHS ', 'nasa'], vehicles: [' sewp', 'sewp'] },
      scope: {
        ...{ ...PART, uses: ['video ', 'video'] },
        articles: [ARTICLE, { ...ARTICLE, manufacturer: 'Kaspersky Lab ', product: ' ' }],
      },
      citations: [
        { edition: 'far', citation: '9.406-2' },
        { edition: 'far', citation: ' 9.406-2' },
      ],
      milestones: [aMilestone({ code: ' identify ', title: ' Identify ' })],
    });
    expect(parseTerms(given)).toEqual({
      ...given,
      ...{ agency: 'DHS', cause: 'fraud', comment: null, effects: ['award', 'use'] },
      binds: { ...ALL, agencies: ['DHS', 'NASA'], vehicles: ['sewp'] },
      scope: { ...PART, uses: ['video'] },
      citations: [{ edition: 'far', citation: '9.406-2' }],
      milestones: [aMilestone({ title: 'Identify' })],
    });
  });
});

describe('the articles of a waiver', () => {
  it('are kept in one form', () => {
    expect(parseArticles([ARTICLE, { ...ARTICLE, product: ' ' }])).toEqual([ARTICLE]);
  });

  it('are refused where one says nothing', () => {
    const parse = () => parseArticles([{ ...ARTICLE, manufacturer: ' ' }]);
    expect(refusalOf(parse)).toEqual(['/articles/0/manufacturer']);
  });
});
