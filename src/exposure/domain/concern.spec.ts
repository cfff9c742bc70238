import { nameFormOf } from '../../screening/domain/name-form';
import { matcherOf, type Concern, type Concerned, type Cover } from './concern';

const ACME = '01980000-0000-7000-8000-00000000000a';
const BOREALIS = '01980000-0000-7000-8000-00000000000b';
const COBALT = '01980000-0000-7000-8000-00000000000c';

const KASPERSKY: Cover = {
  scope: {
    articles: [{ manufacturer: 'Kaspersky Lab', product: null, aliases: ['Kaspersky'] }],
    exempt: ['Threat Intelligence'],
  },
  makers: [],
};

const concerning = (concern: Partial<Concern>) =>
  matcherOf({ vendors: new Map(), covers: [], ...concern });

const aCheck = (change: Partial<Concerned> = {}): Concerned => ({
  ...{ vendor: ACME, candidates: [], items: [], sellers: [] },
  ...change,
});

const bought = (manufacturer: string | null, product: string | null = null): Concerned =>
  aCheck({ items: [{ manufacturer, product }] });

describe('matcherOf', () => {
  const ofVendors = concerning({
    vendors: new Map([
      [ACME, 'vendor'],
      [BOREALIS, 'affiliate'],
    ]),
  });

  it.each<[string, Concerned, string[]]>([
    ['the vendor itself', aCheck(), ['vendor']],
    ['one that belongs to it', aCheck({ vendor: BOREALIS }), ['affiliate']],
    ['one that may be meant', aCheck({ vendor: null, candidates: [COBALT, ACME] }), ['candidate']],
    ['somebody else', aCheck({ vendor: COBALT }), []],
    ['others that may be meant', aCheck({ vendor: null, candidates: [COBALT] }), []],
    ['nobody', aCheck({ vendor: null }), []],
  ])('knows a check about %s', (_, check, matches) => {
    expect(ofVendors(check)).toEqual(matches);
  });

  it('does not look at what is bought where only vendors are meant', () => {
    expect(concerning({})(bought('Kaspersky Lab'))).toEqual([]);
  });

  const ofArticles = concerning({ covers: [KASPERSKY] });

  it.each<[string, Concerned, string[]]>([
    ['that is covered, whoever sells it', bought('Kaspersky Lab', 'Endpoint'), ['article']],
    ['by another name of its maker', bought('KASPERSKY'), ['article']],
    [
      'whose seller stands for its maker',
      bought('Borealis', 'Kaspersky Endpoint'),
      ['possible-article'],
    ],
    ['that is free by name', bought('Kaspersky Lab', 'Threat Intelligence'), []],
    ['of another maker', bought('Acme', 'Widget'), []],
  ])('knows a thing %s', (_, check, matches) => {
    expect(ofArticles(check)).toEqual(matches);
  });

  it('takes whoever sells a thing for its maker, perhaps, where that is not told', () => {
    const sold = (manufacturer: string | null, product: string | null): Concerned => ({
      ...bought(manufacturer, product),
      sellers: ['Acme', 'Kaspersky Lab'],
    });
    expect(ofArticles(sold(null, 'Endpoint'))).toEqual(['possible-article']);
    expect(ofArticles(sold(null, 'Threat Intelligence'))).toEqual([]);
    expect(ofArticles(sold('Borealis', 'Endpoint'))).toEqual([]);
    expect(ofArticles(bought(null, 'Endpoint'))).toEqual([]);
  });

  const ofName = concerning({ names: new Set([nameFormOf('Casper Labs').key]) });

  it.each<[string, Concerned, string[]]>([
    ['asked by the name, however it is written', aCheck({ name: 'CASPER  labs' }), ['candidate']],
    ['asked by another name', aCheck({ name: 'Casper Lamps' }), []],
    ['asked by no name', aCheck(), []],
    ['of what somebody of that name made', bought('Casper Labs', 'Lamp'), ['possible-article']],
  ])('knows a check %s where a name is meant', (_, check, matches) => {
    expect(ofName(check)).toEqual(matches);
  });

  it('tells every way in which a check is concerned, each once', () => {
    const both = concerning({ vendors: new Map([[ACME, 'vendor']]), covers: [KASPERSKY] });
    const items = [
      { manufacturer: 'Kaspersky', product: 'A' },
      { manufacturer: 'Kaspersky', product: 'B' },
      { manufacturer: 'Borealis', product: 'Kaspersky Endpoint' },
    ];
    expect(both(aCheck({ items }))).toEqual(['vendor', 'article', 'possible-article']);
  });

  it('takes the surest of several covers', () => {
    const narrow: Cover = {
      ...KASPERSKY,
      scope: {
        articles: [{ manufacturer: 'Kaspersky Lab', product: 'Endpoint Security', aliases: [] }],
        exempt: [],
      },
    };
    expect(concerning({ covers: [narrow] })(bought('Kaspersky Lab'))).toEqual(['possible-article']);
    expect(concerning({ covers: [narrow, KASPERSKY] })(bought('Kaspersky Lab'))).toEqual([
      'article',
    ]);
  });

  it('knows the things of a maker by all its names', () => {
    const named: Cover = { ...KASPERSKY, makers: ['Kaspersky Lab', 'AO Kaspersky Lab'] };
    expect(concerning({ covers: [named] })(bought('AO Kaspersky Lab'))).toEqual(['article']);
  });
});
