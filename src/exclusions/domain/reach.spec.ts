import fc from 'fast-check';
import { anAffiliation } from '../../../test/support/exclusion-facts';
import { before, day, period } from '../../../test/support/facts';
import { ALWAYS } from '../../clock/domain/period';
import { AFFILIATION_KINDS, type Affiliation } from '../../vendors/domain/affiliation';
import { REACHES, type Reach } from './exclusion';
import { reachOf } from './reach';

const AT = day('2026-06-01');

/** "A > B": B is a subsidiary of A; "A ~ B": affiliates; "A = B": under common control; "A : B": B succeeds A. */
const SIGNS = {
  '>': 'subsidiary',
  '~': 'affiliate',
  '=': 'common-control',
  ':': 'successor',
} as const;

const graph = (...said: readonly string[]): Affiliation[] =>
  said.map((text, index) => {
    const [vendor = '', sign, other = ''] = text.split(' ');
    return anAffiliation(SIGNS[sign as keyof typeof SIGNS], vendor, other, { entry: index });
  });

const reached = (from: string, reaches: readonly Reach[], affiliations: Affiliation[]): string[] =>
  [...reachOf(from, reaches, affiliations, AT).keys()].sort();

describe('whom an exclusion reaches', () => {
  it.each<[Reach, string, string[]]>([
    // Every relation, seen from either side.
    ['named-only', 'V > O', []],
    ['named-only', 'O > V', []],
    ['named-only', 'V ~ O', []],
    ['named-only', 'V = O', []],
    ['named-only', 'V : O', []],
    ['named-only', 'O : V', []],
    ['subsidiaries', 'V > O', ['O']],
    ['subsidiaries', 'O > V', []],
    ['subsidiaries', 'V ~ O', []],
    ['subsidiaries', 'O ~ V', []],
    ['subsidiaries', 'V = O', []],
    ['subsidiaries', 'V : O', []],
    ['subsidiaries', 'O : V', []],
    ['common-control', 'V > O', ['O']],
    ['common-control', 'O > V', ['O']],
    ['common-control', 'V ~ O', ['O']],
    ['common-control', 'O ~ V', ['O']],
    ['common-control', 'V = O', ['O']],
    ['common-control', 'O = V', ['O']],
    ['common-control', 'V : O', []],
    ['common-control', 'O : V', []],
    ['successors', 'V > O', []],
    ['successors', 'O > V', []],
    ['successors', 'V ~ O', []],
    ['successors', 'V = O', []],
    ['successors', 'V : O', ['O']],
    ['successors', 'O : V', []],
  ])('%s, %s: %j', (reach, affiliation, others) => {
    expect(reached('V', [reach], graph(affiliation))).toEqual(others);
  });

  it.each<[string, Reach[], string[], string[]]>([
    [
      'subsidiaries of subsidiaries',
      ['subsidiaries'],
      ['V > A', 'A > B', 'B > C'],
      ['A', 'B', 'C'],
    ],
    ['those who control, upwards', ['common-control'], ['P > V', 'G > P'], ['G', 'P']],
    [
      'all that are under common control',
      ['common-control'],
      ['P > V', 'P > S', 'S > T', 'G > P', 'G > U'],
      ['G', 'P', 'S', 'T', 'U'],
    ],
    [
      'not the other owner of a joint venture',
      ['common-control'],
      ['V > J', 'O > J', 'O > X'],
      ['J'],
    ],
    [
      'not the other owner of a joint venture of a sister',
      ['common-control'],
      ['P > V', 'P > S', 'S > J', 'O > J'],
      ['J', 'P', 'S'],
    ],
    [
      'both owners of a joint venture that is excluded',
      ['common-control'],
      ['A > V', 'B > V'],
      ['A', 'B'],
    ],
    ['subsidiaries of an affiliate', ['common-control'], ['V ~ A', 'A > B'], ['A', 'B']],
    ['not the parent of an affiliate', ['common-control'], ['V ~ A', 'P > A'], ['A']],
    ['affiliates of a parent', ['common-control'], ['P > V', 'P = A'], ['A', 'P']],
    ['not affiliates of a subsidiary', ['common-control'], ['V > A', 'A ~ B', 'A = C'], ['A']],
    ['successors of successors', ['successors'], ['V : A', 'A : B'], ['A', 'B']],
    ['not a predecessor of a successor', ['successors'], ['V : A', 'B : A'], ['A']],
    ['not subsidiaries of successors', ['successors'], ['V : A', 'A > B'], ['A']],
    [
      'subsidiaries of successors, and successors of subsidiaries',
      ['subsidiaries', 'successors'],
      ['V : A', 'A > B', 'V > C', 'C : D', 'D > E'],
      ['A', 'B', 'C', 'D', 'E'],
    ],
    [
      'whoever controls a successor, and not a successor of a subsidiary',
      ['common-control', 'successors'],
      ['V : A', 'P > A', 'V > C', 'C : D', 'Q > D'],
      ['A', 'C', 'D', 'P'],
    ],
    ['nobody who is not connected', ['common-control', 'successors'], ['A > B'], []],
    [
      'others besides the named one, where it says so too',
      ['named-only', 'subsidiaries'],
      ['V > A'],
      ['A'],
    ],
  ])('%s', (_, reaches, said, others) => {
    expect(reached('V', reaches, graph(...said))).toEqual(others);
  });

  it.each([
    ['two that own each other', ['V > A', 'A > V'], ['A']],
    ['a circle of subsidiaries', ['V > A', 'A > B', 'B > V'], ['A', 'B']],
    ['one that owns itself', ['V > V', 'V > A'], ['A']],
    ['a circle of affiliates', ['V ~ A', 'A ~ B', 'B ~ V'], ['A', 'B']],
  ])('ends with %s, and never reaches whom it names', (_, said, others) => {
    expect(reached('V', ['common-control'], graph(...said))).toEqual(others);
  });

  it('goes the shortest way, and among equals by the earlier entry', () => {
    const affiliations = graph('V > A', 'A > B', 'V > C', 'C > B', 'B > D', 'V > D');
    const paths = reachOf('V', ['subsidiaries'], affiliations, AT);
    expect(paths.get('B')).toEqual([
      { to: 'A', relation: 'subsidiary', entry: 0 },
      { to: 'B', relation: 'subsidiary', entry: 1 },
    ]);
    expect(paths.get('D')).toEqual([{ to: 'D', relation: 'subsidiary', entry: 5 }]);
    expect(reachOf('V', ['subsidiaries'], affiliations.toReversed(), AT)).toEqual(paths);
  });

  it('says what each is to the one before', () => {
    const affiliations = graph('P > V', 'P ~ A', 'A > B');
    expect(reachOf('V', ['common-control'], affiliations, AT).get('B')).toEqual([
      { to: 'P', relation: 'parent', entry: 0 },
      { to: 'A', relation: 'affiliate', entry: 1 },
      { to: 'B', relation: 'subsidiary', entry: 2 },
    ]);
  });

  it('turns at the very millisecond in which an affiliation begins and ends', () => {
    const effective = period('2026-01-01', '2026-07-01');
    const affiliations = [anAffiliation('subsidiary', 'V', 'A', { effective })];
    const at = (instant: Date) => reachOf('V', ['subsidiaries'], affiliations, instant).has('A');
    expect(at(before(day('2026-01-01')))).toBe(false);
    expect(at(day('2026-01-01'))).toBe(true);
    expect(at(before(day('2026-07-01')))).toBe(true);
    expect(at(day('2026-07-01'))).toBe(false);
  });

  it('breaks where any link of a chain does not hold', () => {
    const sold = { effective: period(null, '2026-06-01') };
    const chain = [
      anAffiliation('subsidiary', 'V', 'A', sold),
      anAffiliation('subsidiary', 'A', 'B'),
    ];
    expect(reachOf('V', ['subsidiaries'], chain, before(AT)).has('B')).toBe(true);
    expect(reachOf('V', ['subsidiaries'], chain, AT).has('B')).toBe(false);
  });
});

describe('reach, whatever the affiliations', () => {
  const VENDORS = ['V', 'A', 'B', 'C', 'D', 'E'];
  const someAffiliations = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...AFFILIATION_KINDS),
        vendor: fc.constantFrom(...VENDORS),
        other: fc.constantFrom(...VENDORS),
      }),
      { maxLength: 14 },
    )
    .map((all) =>
      all.map(({ kind, vendor, other }, entry) => anAffiliation(kind, vendor, other, { entry })),
    );
  const someReaches = fc.subarray([...REACHES]);

  it('ends, and every path is a chain of affiliations from the named one', () => {
    fc.assert(
      fc.property(someAffiliations, someReaches, (affiliations, reaches) => {
        for (const [vendor, path] of reachOf('V', reaches, affiliations, AT)) {
          expect(vendor).not.toBe('V');
          expect(path.at(-1)?.to).toBe(vendor);
          path.forEach(({ to, entry }, index) => {
            const link = affiliations[entry];
            expect([link?.vendor, link?.other].sort()).toEqual(
              [path[index - 1]?.to ?? 'V', to].sort(),
            );
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('looks through the affiliations once an instant, however many vendors it starts from', () => {
    let looks = 0;
    const counted = {
      ...anAffiliation('subsidiary', 'V', 'S'),
      get effective() {
        looks += 1;
        return ALWAYS;
      },
    };
    const affiliations = [counted];
    for (const vendor of ['V', 'S', 'V']) reachOf(vendor, ['subsidiaries'], affiliations, AT);
    expect(looks).toBe(1);
    reachOf('V', ['subsidiaries'], affiliations, new Date(AT.getTime() + 1));
    expect(looks).toBe(2);
  });

  it('does not hang on the order of the affiliations', () => {
    const both = someAffiliations.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, someReaches, ([one, other], reaches) => {
        expect([...reachOf('V', reaches, other, AT)]).toEqual([...reachOf('V', reaches, one, AT)]);
      }),
      { numRuns: 300 },
    );
  });

  it('grows with what it reaches and with the affiliations', () => {
    fc.assert(
      fc.property(someAffiliations, someReaches, someReaches, (affiliations, some, more) => {
        const all = reached('V', [...some, ...more], affiliations);
        expect(all).toEqual(expect.arrayContaining(reached('V', some, affiliations)));
        expect(all).toEqual(
          expect.arrayContaining(reached('V', [...some, ...more], affiliations.slice(1))),
        );
      }),
      { numRuns: 300 },
    );
  });
});
