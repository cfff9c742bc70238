import type { Binding, ExclusionKind, ExclusionTerms } from './exclusion';
import { warningsOf } from './warnings';

const FROM = new Date('2017-02-28T10:00:00.000Z');

const terms = (kind: ExclusionKind, agencies: Binding['agencies'] = 'all'): ExclusionTerms => ({
  ...{ kind, basis: null, agency: 'GSA', vendor: 'V', affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies, groups: [], vehicles: [], systems: [] },
  ...{ effects: ['award'], cause: null, citations: [], comment: null, milestones: [] },
});

const warned = (kind: ExclusionKind, to: string | null): readonly string[] =>
  warningsOf(terms(kind), { from: FROM, to: to === null ? null : new Date(to) }).map(
    ({ message }) => message,
  );

describe('the length of an exclusion', () => {
  it.each([
    ['suspension', '2018-02-28T10:00:00.000Z'],
    ['suspension', null],
    ['debarment', '2020-02-28T10:00:00.000Z'],
    ['proposed-debarment', '2027-02-28T10:00:00.000Z'],
    ['voluntary-exclusion', null],
    ['prohibition', null],
  ] as const)('is as the rules have it: a %s until %s', (kind, to) => {
    expect(warned(kind, to)).toEqual([]);
  });

  it.each([
    ['suspension', '2018-02-28T10:00:00.001Z', '12 months'],
    ['suspension', '2018-08-28T10:00:00.000Z', '12 months'],
    ['suspension', '2018-08-28T10:00:00.001Z', '18 months'],
    ['debarment', '2020-02-28T10:00:00.001Z', 'over 3 years'],
    ['debarment', null, 'without an end'],
  ] as const)('is warned of: a %s until %s', (kind, to, said) => {
    expect(warned(kind, to)).toEqual([expect.stringContaining(said)]);
  });

  it('is said of the end', () => {
    const period = { from: FROM, to: null };
    expect(warningsOf(terms('debarment'), period)[0]?.pointer).toBe('/effectiveTo');
  });
});

describe('agencies that are bound', () => {
  const pointers = (agencies: Binding['agencies']) =>
    warningsOf(terms('prohibition', agencies), { from: FROM, to: null }).map(
      ({ pointer }) => pointer,
    );

  it('are warned of where the directory does not know them', () => {
    expect(pointers(['DHS', 'GAS', 'usda'])).toEqual(['/exclusion/binds/agencies/1']);
  });

  it('may be all', () => {
    expect(pointers('all')).toEqual([]);
  });
});
