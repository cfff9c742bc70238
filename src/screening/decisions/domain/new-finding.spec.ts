import type { MatchDecision } from '../../domain/match-decision';
import { loosens, requireNew, type NewFinding, type PresentFinding } from './new-finding';

const ONE = '01980000-0000-7000-8000-00000000000a';
const OTHER = '01980000-0000-7000-8000-00000000000b';
const ENTRY = 9;

const found = (decision: Partial<MatchDecision> = {}, stands = true): PresentFinding => ({
  decision: {
    ...{ id: ONE, finding: 'same', persons: 1, entry: ENTRY },
    ...{ subjectVendor: ONE, subjectName: null, objectVendor: OTHER, objectExclusion: null },
    ...{ subjectRevision: 3, objectRevision: 5 },
    ...decision,
  },
  stands,
});
const codeOf = (finding: NewFinding, present: PresentFinding | undefined): string => {
  try {
    requireNew(finding, present);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('requireNew', () => {
  it.each<[string, NewFinding, PresentFinding | undefined, string]>([
    ['the first', { finding: 'same', persons: 1 }, undefined, 'taken'],
    ['nothing taken back', { finding: 'undecided', persons: 2 }, undefined, 'nothing-found'],
    ['nothing replaced', { finding: 'same', persons: 1, replaces: 9 }, undefined, 'nothing-found'],
    ['unread, by one', { finding: 'not-same', persons: 1 }, found(), 'finding-stands'],
    ['read, by one', { finding: 'not-same', persons: 1, replaces: ENTRY }, found(), 'taken'],
    ['taken back by one', { finding: 'undecided', persons: 1, replaces: ENTRY }, found(), 'taken'],
    [
      'another replaced',
      { finding: 'not-same', persons: 1, replaces: 8 },
      found(),
      'finding-stands',
    ],
    [
      'the same by one',
      { finding: 'same', persons: 1, replaces: ENTRY },
      found(),
      'finding-stands',
    ],
    ['the same by a second', { finding: 'same', persons: 2 }, found(), 'taken'],
    [
      'the same by two again',
      { finding: 'same', persons: 2 },
      found({ persons: 2 }),
      'finding-stands',
    ],
    ['another by two', { finding: 'not-same', persons: 2 }, found({ persons: 2 }), 'taken'],
    ['the same of what changed', { finding: 'same', persons: 1 }, found({}, false), 'taken'],
    [
      'another replaced of what changed',
      { finding: 'same', persons: 1, replaces: 8 },
      found({}, false),
      'finding-stands',
    ],
  ])('%s', (_, finding, present, code) => {
    expect(codeOf(finding, present)).toBe(code);
  });
});

describe('loosens', () => {
  it.each<[NewFinding['finding'], PresentFinding | undefined, boolean]>([
    ['same', undefined, false],
    ['same', found({ finding: 'not-same' }), false],
    ['not-same', undefined, true],
    ['not-same', found(), true],
    ['undecided', found(), true],
    ['undecided', found({}, false), true],
    ['undecided', found({ finding: 'not-same' }), false],
  ])('%s', (finding, present, expected) => {
    expect(loosens({ finding, persons: 1 }, present)).toBe(expected);
  });
});
