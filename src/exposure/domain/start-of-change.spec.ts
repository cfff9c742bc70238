import type { ProposalContent } from '../../proposals/domain/proposal';
import { startOfChange } from './start-of-change';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const JULY = '2026-07-01T00:00:00.000Z';
const MAY = '2026-05-01T00:00:00.000Z';

const startOf = (content: object) => startOfChange(content as ProposalContent, NOW);
const anImport = (...starts: (string | null)[]) => ({
  ...{ action: 'import', list: 'a-list' },
  listings: starts.map((effectiveFrom) => ({ effectiveFrom })),
});

describe('startOfChange', () => {
  it.each<[string, object, Date | null]>([
    ['now, where it says nothing else', { action: 'remove', effectiveFrom: null }, NOW],
    ['when it says, later', { action: 'exclude', effectiveFrom: JULY }, new Date(JULY)],
    ['when it says, earlier', { action: 'waive', effectiveFrom: MAY }, new Date(MAY)],
    ['never, where two are one: they always were', { action: 'merge-vendors' }, null],
    ['with the last of the listings that it imports', anImport(MAY, JULY, null), new Date(JULY)],
    ['now, where it imports none that begin later', anImport(MAY, null), NOW],
  ])('is %s', (_, content, start) => {
    expect(startOf(content)).toEqual(start);
  });
});
