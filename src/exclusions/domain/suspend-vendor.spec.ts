import { settled } from '../../history/domain/this-entry';
import { planExclusionAmendment, planExclusionEnd, type ExclusionPlan } from './change-exclusion';
import type { ExclusionTerms, ExclusionTimeline } from './exclusion';
import { planVendorConfirmation, planVendorSuspension } from './suspend-vendor';

const AUTHORITY = { citation: 'FAR 9.407-1', office: 'GSA' };
const START = new Date('2017-07-11T12:00:00.000Z');
const LAPSE = new Date('2017-07-12T12:00:00.000Z');
const BETWEEN = new Date('2017-07-11T18:00:00.000Z');
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

const SUSPENSION = {
  ...{ exclusion: 'E', suspension: 'S', vendor: 'V', agency: 'gsa', cause: 'Its books are false.' },
  ...{ period: { from: START, to: LAPSE }, authority: AUTHORITY },
};
const UNCONFIRMED = { id: 'S', lapsesAt: LAPSE };

const suspended = settled(planVendorSuspension([], SUSPENSION).after, 6);
const shape = (timeline: ExclusionTimeline) =>
  timeline.map(({ effective: { from, to }, suspension }) => [from, to, suspension?.confirmed]);
const again = (at: Date) => () =>
  planVendorSuspension([suspended], {
    ...{ ...SUSPENSION, exclusion: 'F', suspension: 'T' },
    period: { from: at, to: new Date('2017-08-01T00:00:00.000Z') },
  });
const afterwards = (plan: ExclusionPlan) => settled(plan.after, 7);

describe('a suspension of a vendor as a whole', () => {
  it('bars everybody from buying anything from it, and nobody else', () => {
    expect(suspended).toEqual([
      {
        ...{ exclusion: 'E', vendor: 'V', kind: 'suspension', basis: null, agency: 'GSA' },
        affiliates: ['named-only'],
        scope: { whole: true, articles: [], categories: [], uses: [], exempt: [] },
        binds: { agencies: 'all', groups: [], vehicles: [], systems: [] },
        effects: ['award', 'option', 'modification', 'subcontract'],
        ...{ cause: 'Its books are false.', citations: [], comment: null, milestones: [] },
        ...{ effective: { from: START, to: LAPSE }, entry: 6, authority: AUTHORITY },
        suspension: { id: 'S', confirmed: false },
      },
    ]);
  });

  it('is refused while another holds, to the last millisecond', () => {
    expect(again(START)).toThrow('suspended already, by exclusion E');
    expect(again(justBefore(LAPSE))).toThrow('suspended already');
    expect(again(LAPSE)).not.toThrow();
  });

  it('is not in the way of another once it has been ended', () => {
    const ended = afterwards(planExclusionEnd(suspended, { exclusion: 'E', from: BETWEEN }));
    expect(() => planVendorSuspension([ended], SUSPENSION)).toThrow('suspended already');
    const period = { from: BETWEEN, to: null };
    expect(() => planVendorSuspension([ended], { ...SUSPENSION, period })).not.toThrow();
  });

  it.each<[string, Partial<ExclusionTerms>]>([
    ['some agencies', { binds: { agencies: ['DOD'], groups: [], vehicles: [], systems: [] } }],
    ['some categories', { scope: { ...suspended[0]!.scope, whole: false, categories: ['a'] } }],
    ['some stages', { effects: ['award'] }],
  ])('is not refused for one that was narrowed to %s', (_, terms) => {
    const narrowed = suspended.map((segment) => ({ ...segment, ...terms }));
    expect(() => planVendorSuspension([narrowed], SUSPENSION)).not.toThrow();
  });

  it('is not refused for what two persons have excluded', () => {
    const byTwo = suspended.map((segment) => ({ ...segment, suspension: null }));
    expect(() => planVendorSuspension([byTwo], SUSPENSION)).not.toThrow();
  });
});

describe('the confirmation of it', () => {
  it.each([
    ['at its start', START],
    ['a millisecond before it lapses', justBefore(LAPSE)],
  ])('makes it last, %s', (_, at) => {
    const plan = planVendorConfirmation(suspended, UNCONFIRMED, at);
    expect(plan).toMatchObject({ exclusion: 'E', before: suspended });
    expect(shape(plan!.after)).toEqual([[START, null, true]]);
  });

  it('comes too late once it has lapsed', () => {
    expect(planVendorConfirmation(suspended, UNCONFIRMED, LAPSE)).toBeNull();
  });

  it('comes too late once it has been ended', () => {
    const ended = afterwards(planExclusionEnd(suspended, { exclusion: 'E', from: BETWEEN }));
    expect(planVendorConfirmation(ended, UNCONFIRMED, BETWEEN)).toBeNull();
  });

  it('leaves an end that was set before the lapse', () => {
    const change = { exclusion: 'E', from: START, to: BETWEEN, authority: AUTHORITY };
    const cut = planExclusionAmendment(suspended, { ...change, terms: (before) => before });
    const plan = planVendorConfirmation(afterwards(cut), UNCONFIRMED, START);
    expect(shape(plan!.after)).toEqual([[START, BETWEEN, true]]);
  });

  it('confirms what is to be said later as well', () => {
    const amended = planExclusionAmendment(suspended, {
      ...{ exclusion: 'E', from: BETWEEN, to: undefined, authority: AUTHORITY },
      terms: (before) => ({ ...before, comment: 'Parts are free.' }),
    });
    const plan = planVendorConfirmation(afterwards(amended), UNCONFIRMED, START);
    expect(shape(plan!.after)).toEqual([
      [START, BETWEEN, true],
      [BETWEEN, null, true],
    ]);
    expect(plan!.after.map(({ comment }) => comment)).toEqual([null, 'Parts are free.']);
  });

  it('leaves alone what is not of that suspension', () => {
    expect(planVendorConfirmation(suspended, { ...UNCONFIRMED, id: 'T' }, START)).toBeNull();
  });
});
