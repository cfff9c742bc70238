import { THIS_ENTRY } from '../../history/domain/this-entry';
import {
  planAmendment,
  planListing,
  planReinstatement,
  planRemoval,
  planRenewal,
} from './change-listing';
import { DEFAULT_POLICY } from './policy';
import { planConfirmation, planSuspension } from './suspend-listing';
import { settled } from '../../history/domain/this-entry';
import { listingAt, type ListingSegment, type Timeline } from './timeline';
import type { ApprovedList } from './approved-list';

const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
const AUTHORITY = { citation: 'FAR 9.406-2', office: 'GSA' };
const LIST: ApprovedList = {
  code: 'a-list',
  name: 'A list',
  owner: 'GSA',
  categories: [],
  policy: DEFAULT_POLICY,
  revision: 0,
};

const aSegment = (change: Partial<ListingSegment> = {}): ListingSegment => ({
  listing: 'L1',
  vendor: 'V',
  list: 'a-list',
  status: 'listed',
  contractNumber: 'C1',
  categories: [],
  term: { from: day('2017-01-01'), to: day('2018-01-01') },
  effective: { from: day('2017-01-01'), to: day('2018-01-01') },
  entry: 5,
  authority: AUTHORITY,
  suspension: null,
  ...change,
});

const terms = (from: string) => ({
  vendor: 'V',
  list: LIST,
  from: day(from),
  authority: AUTHORITY,
});
const newListing = (from: string, to: string | null, more: object = {}) => ({
  ...terms(from),
  to: to === null ? null : day(to),
  listing: 'L2',
  contractNumber: 'C2',
  categories: [],
  ...more,
});

const shape = (timeline: Timeline) =>
  timeline.map(({ status, effective, entry }) => [
    status,
    effective.from?.toISOString().slice(0, 10) ?? null,
    effective.to?.toISOString().slice(0, 10) ?? null,
    entry,
  ]);
const stateAt = (timeline: Timeline, at: string) => listingAt(timeline, day(at))?.state;

describe('a removal', () => {
  it('leaves what was before it, and stands for ever', () => {
    const [plan] = planRemoval([[aSegment()]], terms('2017-07-11'));
    expect(shape(plan!.after)).toEqual([
      ['listed', '2017-01-01', '2017-07-11', 5],
      ['removed', '2017-07-11', null, THIS_ENTRY],
    ]);
  });

  it('begins with a listing that begins later', () => {
    const [plan] = planRemoval([[aSegment()]], terms('2016-07-11'));
    expect(shape(plan!.after)).toEqual([['removed', '2017-01-01', null, THIS_ENTRY]]);
  });

  it('takes the place of a removal that was to come later', () => {
    const later = planRemoval([[aSegment()]], terms('2017-11-01'))[0]!.after;
    const [plan] = planRemoval([settled(later, 7)], terms('2017-07-11'));
    expect(shape(plan!.after)).toEqual([
      ['listed', '2017-01-01', '2017-07-11', 5],
      ['removed', '2017-07-11', null, THIS_ENTRY],
    ]);
  });

  it('takes every listing of the vendor on the list', () => {
    const other = [aSegment({ listing: 'L2', categories: ['x'] })];
    expect(
      planRemoval([[aSegment({ categories: ['y'] })], other], terms('2017-07-11')),
    ).toHaveLength(2);
  });

  it('is refused where the vendor is removed already', () => {
    const removed = planRemoval([[aSegment()]], terms('2017-07-11'))[0]!.after;
    expect(() => planRemoval([removed], terms('2017-08-01'))).toThrow('already removed');
  });

  it.each([[[]], [[[aSegment()]]]])('is refused where nothing stands any more', (standing) => {
    expect(() => planRemoval(standing, terms('2018-01-01'))).toThrow('has no listing');
  });
});

describe('a reinstatement', () => {
  const removed = settled(planRemoval([[aSegment()]], terms('2017-07-11'))[0]!.after, 6);

  it('gives the vendor what is left of its term', () => {
    const [plan] = planReinstatement([removed], { ...terms('2017-09-01'), to: undefined });
    expect(shape(plan!.after)).toEqual([
      ['listed', '2017-01-01', '2017-07-11', 5],
      ['removed', '2017-07-11', '2017-09-01', 6],
      ['listed', '2017-09-01', '2018-01-01', THIS_ENTRY],
    ]);
  });

  it('asks for an end where the term is over', () => {
    const change = { ...terms('2018-02-01'), to: undefined };
    expect(() => planReinstatement([removed], change)).toThrow('The period would end');
    const [plan] = planReinstatement([removed], { ...change, to: day('2019-01-01') });
    expect(stateAt(plan!.after, '2018-06-01')).toBe('listed');
    expect(stateAt(plan!.after, '2019-01-01')).toBe('expired');
  });

  it('is refused where another contract has taken the place', () => {
    const other = [
      aSegment({
        listing: 'L2',
        contractNumber: 'C2',
        effective: { from: day('2017-08-01'), to: null },
      }),
    ];
    expect(() =>
      planReinstatement([removed, other], { ...terms('2017-09-01'), to: undefined }),
    ).toThrow('stands on a-list already');
  });

  it('is refused where there is nothing to end', () => {
    expect(() =>
      planReinstatement([[aSegment()]], { ...terms('2017-09-01'), to: undefined }),
    ).toThrow('neither removed');
  });
});

describe('a new listing', () => {
  it('takes the default term where no end is given', () => {
    const list = { ...LIST, policy: { ...DEFAULT_POLICY, defaultTerm: 'P1Y' } };
    const { after } = planListing([], newListing('2017-02-28', null, { to: undefined, list }));
    expect(shape(after)).toEqual([['listed', '2017-02-28', '2018-02-28', THIS_ENTRY]]);
  });

  it.each([
    ['the same time', '2017-06-01', '2017-07-01', {}],
    ['a longer time', '2016-06-01', null, {}],
    ['one category in common', '2017-06-01', null, { categories: ['x', 'y'] }],
  ])('is refused over another listing in %s', (_, from, to, more) => {
    const standing = [[aSegment({ categories: ['y', 'z'] })]];
    expect(() => planListing(standing, newListing(from, to, more))).toThrow('stands on a-list');
  });

  it.each([
    ['before it', '2016-06-01', '2017-01-01', {}],
    ['after it', '2018-01-01', null, {}],
    ['in other categories', '2017-06-01', null, { categories: ['x'] }],
  ])('finds its place %s', (_, from, to, more) => {
    const standing = [[aSegment({ categories: ['y'] })]];
    expect(planListing(standing, newListing(from, to, more)).after).toHaveLength(1);
  });

  it('is no way round the removal of the same contract', () => {
    const removed = planRemoval([[aSegment()]], terms('2017-07-11'))[0]!.after;
    const again = newListing('2017-08-01', null, { contractNumber: 'C1' });
    expect(() => planListing([removed], again)).toThrow('already removed');
  });

  it('holds an instant at least', () => {
    expect(() => planListing([], newListing('2017-08-01', '2017-08-01'))).toThrow('The period');
  });
});

describe('a renewal', () => {
  it('goes on where the listing ends', () => {
    const change = { ...terms('2017-06-01'), to: day('2019-01-01') };
    expect(shape(planRenewal([], [aSegment()], change).after)).toEqual([
      ['listed', '2017-01-01', '2018-01-01', 5],
      ['listed', '2018-01-01', '2019-01-01', THIS_ENTRY],
    ]);
  });

  it('leaves the gap of a listing that had expired', () => {
    const { after } = planRenewal([], [aSegment()], { ...terms('2018-03-01'), to: null });
    expect(stateAt(after, '2018-02-01')).toBe('expired');
    expect(stateAt(after, '2018-03-01')).toBe('listed');
  });

  it('does not shorten', () => {
    const change = { ...terms('2017-06-01'), to: day('2017-12-01') };
    expect(() => planRenewal([], [aSegment()], change)).toThrow('The period would end');
  });

  it('does not undo a removal', () => {
    const removed = planRemoval([[aSegment()]], terms('2017-07-11'))[0]!.after;
    expect(() => planRenewal([], removed, { ...terms('2017-08-01'), to: null })).toThrow(
      'has no listing',
    );
  });
});

describe('an amendment', () => {
  it('changes the categories from its day on', () => {
    const change = { ...terms('2017-06-01'), contractNumber: undefined, categories: ['x'] };
    const { after } = planAmendment([], [aSegment()], change);
    expect(after.map(({ categories, contractNumber }) => [categories, contractNumber])).toEqual([
      [[], 'C1'],
      [['x'], 'C1'],
    ]);
  });
});

describe('a suspension', () => {
  const period = { from: day('2017-06-01'), to: day('2017-06-02') };
  const suspension = { id: 'S', vendor: 'V', list: 'a-list', period, authority: AUTHORITY };
  const UNCONFIRMED = { id: 'S', lapsesAt: period.to };
  const suspended = settled(planSuspension([[aSegment()]], suspension)[0]!.after, 6);

  it('lapses by itself', () => {
    expect(shape(suspended)).toEqual([
      ['listed', '2017-01-01', '2017-06-01', 5],
      ['suspended', '2017-06-01', '2017-06-02', 6],
      ['listed', '2017-06-02', '2018-01-01', 5],
    ]);
  });

  it('lasts once it is confirmed', () => {
    const [plan] = planConfirmation([suspended], UNCONFIRMED, day('2017-06-01'));
    expect(shape(plan!.after)).toEqual([
      ['listed', '2017-01-01', '2017-06-01', 5],
      ['suspended', '2017-06-01', null, THIS_ENTRY],
    ]);
  });

  it('can not be confirmed once it has lapsed', () => {
    expect(planConfirmation([suspended], UNCONFIRMED, day('2017-06-02'))).toEqual([]);
  });

  it('does not undo a removal that is to come', () => {
    const removed = settled(planRemoval([suspended], terms('2017-09-01'))[0]!.after, 7);
    const [plan] = planConfirmation([removed], UNCONFIRMED, day('2017-06-01'));
    expect(stateAt(plan!.after, '2017-08-31')).toBe('suspended');
    expect(stateAt(plan!.after, '2017-09-01')).toBe('removed');
  });

  it('leaves a removal that is to come as it was', () => {
    const removal = { ...terms('2017-06-01'), from: new Date('2017-06-01T12:00:00.000Z') };
    const removed = settled(planRemoval([[aSegment()]], removal)[0]!.after, 7);
    const [plan] = planSuspension([removed], suspension);
    expect(plan!.after.map(({ status, entry }) => [status, entry])).toEqual([
      ['listed', 5],
      ['suspended', THIS_ENTRY],
      ['removed', 7],
    ]);
    expect(plan!.after.at(-1)).toEqual(removed.at(-1));
  });

  it('is refused while another holds', () => {
    expect(() => planSuspension([suspended], suspension)).toThrow('suspended already');
  });

  it('of the vendor as a whole goes on where another lapses, and need not find anything', () => {
    const whole = {
      ...suspension,
      id: 'T',
      list: null,
      period: { ...period, to: day('2017-06-04') },
    };
    const [plan] = planSuspension([suspended], whole);
    expect(plan!.after.map(({ status, suspension: by }) => [status, by?.id])).toEqual([
      ['listed', undefined],
      ['suspended', 'S'],
      ['suspended', 'T'],
      ['listed', undefined],
    ]);
    expect(planSuspension([], whole)).toEqual([]);
    const later = planConfirmation(
      [plan!.after],
      { id: 'T', lapsesAt: whole.period.to },
      period.from,
    );
    expect(shape(later[0]!.after).slice(1)).toEqual([
      ['suspended', '2017-06-01', '2017-06-02', 6],
      ['suspended', '2017-06-02', null, THIS_ENTRY],
    ]);
  });

  it('does not undo a reinstatement that is to come', () => {
    const reinstatement = { ...terms('2017-06-01'), from: new Date('2017-06-01T12:00:00.000Z') };
    const to = { ...reinstatement, to: undefined };
    const reinstated = settled(planReinstatement([suspended], to)[0]!.after, 7);
    const [plan] = planConfirmation([reinstated], UNCONFIRMED, day('2017-06-01'));
    expect(stateAt(plan!.after, '2017-06-01')).toBe('suspended');
    expect(stateAt(plan!.after, '2017-06-02')).toBe('listed');
  });

  it('is not revived by a confirmation after the listing has expired', () => {
    const term = { from: day('2017-01-01'), to: new Date('2017-06-01T12:00:00.000Z') };
    const [plan] = planSuspension([[aSegment({ term, effective: term })]], suspension);
    expect(planConfirmation([plan!.after], UNCONFIRMED, day('2017-06-02'))).toEqual([]);
  });

  it('is ended by a removal', () => {
    const [plan] = planRemoval([suspended], terms('2017-06-01'));
    expect(stateAt(plan!.after, '2017-06-03')).toBe('removed');
  });
});
