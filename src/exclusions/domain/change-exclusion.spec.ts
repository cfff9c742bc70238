import { settled } from '../../history/domain/this-entry';
import { THIS_ENTRY } from '../../history/domain/this-entry';
import { planExclusion, planExclusionAmendment, planExclusionEnd } from './change-exclusion';
import type { ExclusionSegment, ExclusionTerms, ExclusionTimeline } from './exclusion';
import { segmentAt } from '../../clock/domain/segments';

const AUTHORITY = { citation: 'FAR 9.406-2', office: 'GSA' };
const OTHER_AUTHORITY = { citation: 'FAR 9.406-4(c)', office: 'GSA' };
const START = new Date('2017-01-01T00:00:00.000Z');
const END = new Date('2018-01-01T00:00:00.000Z');
const MIDDLE = new Date('2017-07-11T00:00:00.000Z');
const ms = (instant: Date, by: number) => new Date(instant.getTime() + by);

const TERMS: ExclusionTerms = {
  ...{ kind: 'debarment', basis: null, agency: 'GSA', vendor: 'V', affiliates: ['named-only'] },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  ...{ effects: ['award'], cause: null, citations: [], comment: null, milestones: [] },
};

const aSegment = (change: Partial<ExclusionSegment> = {}): ExclusionSegment => ({
  ...TERMS,
  ...{ exclusion: 'E', effective: { from: START, to: END }, entry: 5 },
  ...{ authority: AUTHORITY, suspension: null },
  ...change,
});

const given = (from: Date) => ({ exclusion: 'E', from, authority: OTHER_AUTHORITY });
const saying = (change: Partial<ExclusionTerms>) => (before: ExclusionTerms) => ({
  ...before,
  ...change,
});
const shape = (timeline: ExclusionTimeline) =>
  timeline.map(({ comment, effective: { from, to }, entry }) => [comment, from, to, entry]);

describe('a new exclusion', () => {
  it('says the same from its start to its end', () => {
    const plan = planExclusion(TERMS, { ...given(START), to: END });
    const authority = OTHER_AUTHORITY;
    expect(plan).toEqual({
      exclusion: 'E',
      before: [],
      after: [aSegment({ entry: THIS_ENTRY, authority })],
    });
  });

  it('may have no end', () => {
    const { after } = planExclusion(TERMS, { ...given(START), to: null });
    expect(segmentAt(after, new Date('2999-01-01T00:00:00.000Z'))).toBeDefined();
  });

  it('holds a millisecond at least', () => {
    expect(() => planExclusion(TERMS, { ...given(START), to: START })).toThrow('The period');
    const { after } = planExclusion(TERMS, { ...given(START), to: ms(START, 1) });
    expect(segmentAt(after, START)).toBeDefined();
    expect(segmentAt(after, ms(START, 1))).toBeUndefined();
  });

  it('rests on the entry that makes it', () => {
    const { after } = planExclusion(TERMS, { ...given(START), to: null });
    expect(settled(after, 7)[0]).toMatchObject({ entry: 7 });
  });
});

describe('an amendment', () => {
  const amend = (timeline: ExclusionTimeline, from: Date, to?: Date | null) =>
    shape(
      planExclusionAmendment(timeline, { ...given(from), to, terms: saying({ comment: 'new' }) })
        .after,
    );

  it('leaves what was said before it', () => {
    expect(amend([aSegment()], MIDDLE)).toEqual([
      [null, START, MIDDLE, 5],
      ['new', MIDDLE, END, THIS_ENTRY],
    ]);
  });

  it('takes the whole of an exclusion that is still to come', () => {
    expect(amend([aSegment()], ms(START, -1))).toEqual([['new', START, END, THIS_ENTRY]]);
  });

  it('changes every part that lies after it, each in its own words', () => {
    const timeline = [
      aSegment({ effective: { from: START, to: MIDDLE }, cause: 'first' }),
      aSegment({ effective: { from: MIDDLE, to: END }, cause: 'second', entry: 6 }),
    ];
    const change = { ...given(START), to: undefined, terms: saying({ comment: 'new' }) };
    const { after } = planExclusionAmendment(timeline, change);
    expect(after.map(({ cause, comment }) => [cause, comment])).toEqual([
      ['first', 'new'],
      ['second', 'new'],
    ]);
  });

  it.each([
    ['lengthens', ms(END, 1), ms(END, 1)],
    ['lengthens without end', null, null],
    ['shortens', ms(MIDDLE, 1), ms(MIDDLE, 1)],
    ['keeps the end', END, END],
  ])('%s', (_, to, end) => {
    expect(amend([aSegment()], MIDDLE, to)).toEqual([
      [null, START, MIDDLE, 5],
      ['new', MIDDLE, end, THIS_ENTRY],
    ]);
  });

  it('gives an exclusion without end an end', () => {
    const timeline = [aSegment({ effective: { from: START, to: null } })];
    expect(amend(timeline, MIDDLE, END).at(-1)).toEqual(['new', MIDDLE, END, THIS_ENTRY]);
  });

  it.each([
    ['at the amendment itself', MIDDLE, MIDDLE],
    ['at the start of an exclusion to come', ms(START, -1), START],
  ])('does not move the end to where nothing is left: %s', (_, from, to) => {
    expect(() => amend([aSegment()], from, to)).toThrow('The period');
  });

  it('is refused at the end, and not a millisecond before', () => {
    expect(() => amend([aSegment()], END)).toThrow('Nothing of exclusion E is in effect');
    expect(amend([aSegment()], ms(END, -1))).toHaveLength(2);
  });

  it('rests on its own authority and leaves the vendor', () => {
    const terms = saying({ vendor: 'W' });
    const { after } = planExclusionAmendment([aSegment()], {
      ...given(MIDDLE),
      ...{ to: undefined, terms },
    });
    expect(after.map(({ vendor, authority }) => [vendor, authority])).toEqual([
      ['V', AUTHORITY],
      ['V', OTHER_AUTHORITY],
    ]);
  });

  it.each([
    [false, 'the suspension lapses before'],
    [true, undefined],
  ])(
    'does not make a suspension last that nobody has confirmed: confirmed %s',
    (confirmed, said) => {
      const suspended = [aSegment({ suspension: { id: 'S', confirmed } })];
      const lengthen = () => amend(suspended, MIDDLE, ms(END, 1));
      if (said === undefined) expect(lengthen).not.toThrow();
      else expect(lengthen).toThrow(said);
      expect(amend(suspended, MIDDLE, ms(END, -1))).toHaveLength(2);
    },
  );
});

describe('an end', () => {
  const end = (timeline: ExclusionTimeline, from: Date) =>
    shape(planExclusionEnd(timeline, given(from)).after);

  it('cuts the exclusion', () => {
    expect(end([aSegment()], MIDDLE)).toEqual([[null, START, MIDDLE, 5]]);
  });

  it('takes away what was to be said later', () => {
    const timeline = [
      aSegment({ effective: { from: START, to: MIDDLE } }),
      aSegment({ effective: { from: MIDDLE, to: null }, entry: 6 }),
    ];
    expect(end(timeline, MIDDLE)).toEqual([[null, START, MIDDLE, 5]]);
  });

  it.each([START, ms(START, -1)])('leaves nothing from the very start on: %s', (from) => {
    expect(end([aSegment()], from)).toEqual([]);
  });

  it('leaves a millisecond after the start that millisecond', () => {
    expect(end([aSegment()], ms(START, 1))).toEqual([[null, START, ms(START, 1), 5]]);
  });

  it.each([
    ['at its end', [aSegment()], END],
    ['where nothing is left of it', [], START],
  ])('is refused %s', (_, timeline, from) => {
    expect(() => end(timeline, from)).toThrow('Nothing of exclusion E is in effect');
  });
});
