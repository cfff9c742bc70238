import { THIS_ENTRY } from '../../history/domain/this-entry';
import { planRevocation, planWaiver, settledWaiver } from './change-waiver';
import type { ExclusionSegment, Waiver } from './exclusion';

const START = new Date('2017-01-01T00:00:00.000Z');
const END = new Date('2018-01-01T00:00:00.000Z');
const ms = (instant: Date, by: number) => new Date(instant.getTime() + by);

const ALL: Omit<ExclusionSegment, 'effective'> = {
  ...{ exclusion: 'E', kind: 'debarment', basis: null, agency: 'GSA', vendor: 'V' },
  scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
  binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
  ...{ affiliates: [], effects: ['award'], cause: null, citations: [], comment: null },
  ...{ milestones: [], entry: 5, suspension: null },
  authority: { citation: 'FAR 9.406-2', office: 'GSA' },
};

const EXCLUSION: readonly ExclusionSegment[] = [{ ...ALL, effective: { from: START, to: END } }];

const SAID = {
  ...{ id: 'W', exclusion: 'E', agency: 'NASA', vendor: null, articles: [] },
  authority: { citation: 'FAR 9.406-1(c)', office: 'NASA' },
};

const aWaiver = (change: Partial<Waiver> = {}): Waiver => ({
  ...SAID,
  ...{ effective: { from: START, to: END }, entry: 6 },
  ...change,
});

describe('a waiver', () => {
  it('excepts until its end', () => {
    const { before, after } = planWaiver(EXCLUSION, { ...SAID, from: START, to: END });
    expect(before).toBeNull();
    expect(after).toEqual(aWaiver({ entry: THIS_ENTRY }));
    expect(settledWaiver(after, 6)).toEqual(aWaiver());
  });

  it.each([
    ['the last millisecond of the exclusion', ms(END, -1), ms(END, 1)],
    ['the first millisecond of it', ms(START, -1), ms(START, 1)],
    ['more than all of it', ms(START, -1), ms(END, 1)],
  ])('may take in %s', (_, from, to) => {
    expect(planWaiver(EXCLUSION, { ...SAID, from, to }).after?.effective).toEqual({ from, to });
  });

  it.each([
    ['after the exclusion', END, ms(END, 1)],
    ['before it', ms(START, -1), START],
  ])('is refused %s', (_, from, to) => {
    expect(() => planWaiver(EXCLUSION, { ...SAID, from, to })).toThrow('Nothing of exclusion E');
  });

  it('holds a millisecond at least', () => {
    expect(() => planWaiver(EXCLUSION, { ...SAID, from: START, to: START })).toThrow('The period');
  });
});

describe('a revocation', () => {
  it('leaves what was excepted before it, on the entry that excepted it', () => {
    const from = ms(END, -1);
    expect(planRevocation(aWaiver(), from)).toEqual({
      before: aWaiver(),
      after: aWaiver({ effective: { from: START, to: from } }),
    });
  });

  it.each([START, ms(START, -1)])('leaves nothing from the very start on: %s', (from) => {
    expect(planRevocation(aWaiver(), from).after).toBeNull();
  });

  it('is refused once the waiver has ended', () => {
    expect(() => planRevocation(aWaiver(), END)).toThrow('Nothing of waiver W is in effect');
  });
});
