import type { MatchDecision } from '../../domain/match-decision';
import { lapsesOf, type Lapse, type PairRecords } from './standing';

const ONE = '01980000-0000-7000-8000-00000000000a';
const OTHER = '01980000-0000-7000-8000-00000000000b';

const OF_VENDORS: MatchDecision = {
  ...{ id: ONE, finding: 'same', persons: 1, entry: 9 },
  ...{ subjectVendor: ONE, subjectName: null, objectVendor: OTHER, objectExclusion: null },
  ...{ subjectRevision: 3, objectRevision: 5 },
};
const OF_NAME: MatchDecision = {
  ...OF_VENDORS,
  ...{ subjectVendor: null, subjectName: 'ACME', subjectRevision: null },
  ...{ objectVendor: null, objectExclusion: OTHER },
};

describe('lapsesOf', () => {
  it.each<[MatchDecision, Partial<PairRecords>, Lapse[]]>([
    [OF_VENDORS, {}, []],
    [OF_VENDORS, { subjectRevision: 4 }, ['vendor']],
    [OF_VENDORS, { objectRevision: 6 }, ['other']],
    // As known before, a record is not newer, and still another than was looked at.
    [OF_VENDORS, { objectRevision: -1 }, ['other']],
    [OF_VENDORS, { areOne: true }, ['merge']],
    [
      OF_VENDORS,
      { subjectRevision: 4, objectRevision: 6, areOne: true },
      ['vendor', 'other', 'merge'],
    ],
    [OF_NAME, { subjectRevision: null }, []],
    [OF_NAME, { subjectRevision: null, objectRevision: 6 }, ['exclusion']],
  ])('of %j among %j are %j', (decision, records, lapses) => {
    const known = { subjectRevision: 3, objectRevision: 5, areOne: false, ...records };
    expect(lapsesOf(decision, known)).toEqual(lapses);
  });
});
