import type { ExclusionSegment } from './exclusion';
import { exclusionAt } from './exclusion-state';

const day = (text: string) => new Date(`2026-${text}T00:00:00.000Z`);
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

const segment = (from: Date | null, to: Date | null): ExclusionSegment => ({
  exclusion: '01980000-0000-7000-8000-0000000000e1',
  ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor: null, affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  ...{ effects: ['award'], cause: null, citations: [], comment: null, milestones: [] },
  ...{ effective: { from, to }, entry: 1, suspension: null },
  authority: { citation: 'FAR 9.406-2', office: 'GSA' },
});

describe('exclusionAt', () => {
  const first = segment(day('02-01'), day('03-01'));
  const second = segment(day('03-01'), day('04-01'));
  const timeline = [first, second];

  it.each([
    ['scheduled', justBefore(day('02-01')), first],
    ['in-effect', day('02-01'), first],
    ['in-effect', justBefore(day('03-01')), first],
    ['in-effect', day('03-01'), second],
    ['in-effect', justBefore(day('04-01')), second],
    ['ended', day('04-01'), second],
    ['ended', day('12-31'), second],
  ])('is %s at %j', (state, at, rests) => {
    expect(exclusionAt(timeline, at)).toEqual({ state, segment: rests });
  });

  it('is in effect for ever, without an end and a start', () => {
    const always = segment(null, null);
    expect(exclusionAt([always], day('01-01'))).toEqual({ state: 'in-effect', segment: always });
  });

  it('says nothing where it was ended at its very start', () => {
    expect(exclusionAt([], day('01-01'))).toEqual({ state: 'ended', segment: null });
  });
});
