import { ALWAYS, type Period } from '../../clock/domain/period';
import type { ExclusionSegment, Reach } from './exclusion';
import type { Affiliation } from '../../vendors/domain/affiliation';
import { everReached } from './ever-reached';

const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
const during = (from: string | null, to: string | null): Period => ({
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
});

const owns = (vendor: string, other: string, effective: Period = ALWAYS): Affiliation => ({
  ...{ id: `${vendor}-${other}`, kind: 'subsidiary', vendor, other, effective, entry: 1 },
});

/** A segment of an exclusion of `a` and of whom it controls. */
const aSegment = (
  effective: Period = ALWAYS,
  affiliates: readonly Reach[] = ['subsidiaries'],
  vendor: string | null = 'a',
): ExclusionSegment => ({
  ...{ exclusion: 'x', kind: 'debarment', basis: null, agency: 'GSA', vendor, affiliates },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  ...{ effects: ['award'], cause: null, citations: [], comment: null, milestones: [] },
  ...{ effective, entry: 1, authority: { citation: 'FAR 9.406-2', office: 'GSA' } },
  suspension: null,
});

const reached = (timeline: readonly ExclusionSegment[], affiliations: readonly Affiliation[]) =>
  [...everReached(timeline, affiliations)].sort();

describe('everReached', () => {
  it('follows control however far', () => {
    expect(reached([aSegment()], [owns('a', 'b'), owns('b', 'c'), owns('d', 'a')])).toEqual([
      'b',
      'c',
    ]);
  });

  it('reaches nobody where nobody is named, or nobody else is meant', () => {
    const affiliations = [owns('a', 'b')];
    expect(reached([aSegment(ALWAYS, ['subsidiaries'], null)], affiliations)).toEqual([]);
    expect(reached([aSegment(ALWAYS, ['named-only'])], affiliations)).toEqual([]);
  });

  it('counts whoever was reached at any time, and is reached no more', () => {
    const sold = owns('a', 'b', during('2020-01-01', '2021-01-01'));
    const bought = owns('a', 'c', during('2024-01-01', null));
    expect(reached([aSegment()], [sold, bought])).toEqual(['b', 'c']);
  });

  it.each<[string, Period, string[]]>([
    ['ends at the very instant at which the exclusion begins', during(null, '2022-01-01'), []],
    ['holds for a moment of it', during(null, '2022-01-02'), ['b']],
    ['begins at the very instant at which it ends', during('2023-01-01', null), []],
  ])('looks at the time of the exclusion: an affiliation that %s', (_, effective, ids) => {
    const timeline = [aSegment(during('2022-01-01', '2023-01-01'))];
    expect(reached(timeline, [owns('a', 'b', effective)])).toEqual(ids);
  });

  it('takes no way of which no two steps hold at one time', () => {
    const affiliations = [
      owns('a', 'b', during('2020-01-01', '2021-01-01')),
      owns('b', 'c', during('2021-01-01', '2022-01-01')),
    ];
    expect(reached([aSegment()], affiliations)).toEqual(['b']);
  });

  it('takes together what each stretch of time says', () => {
    const timeline = [
      aSegment(during('2020-01-01', '2021-01-01'), ['subsidiaries']),
      aSegment(during('2021-01-01', null), ['named-only']),
    ];
    expect(reached(timeline, [owns('a', 'b')])).toEqual(['b']);
  });
});
