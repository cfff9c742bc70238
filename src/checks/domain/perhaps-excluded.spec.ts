import {
  aBar,
  AN_EXCLUSION,
  anAffiliation,
  anArticle,
  anExclusion,
  inPart,
} from '../../../test/support/exclusion-facts';
import {
  ACME,
  aName,
  anIdentifier,
  aQuestion,
  aVendor,
  BOREALIS,
  period,
  theFacts,
} from '../../../test/support/facts';
import type { Facts, KnownVendor } from '../../register/domain/facts';
import type { MatchDecision } from '../../screening/domain/match-decision';
import { nameFormOf } from '../../screening/domain/name-form';
import { decide, type Decision } from './decide';
import type { Purchase, VendorReference } from './question';

const OPEN: Partial<Purchase> = { channel: 'open-market', list: null };

/** Registered anew: the name of the excluded one with a slip, and an identifier of its own. */
const kasperski = (change: Partial<KnownVendor> = {}): KnownVendor =>
  aVendor({ name: 'Kasperski Labs', names: [aName('Kasperski Labs')], ...change });

const excluded = (change: Partial<KnownVendor> = {}): KnownVendor =>
  aVendor({
    ...{ id: BOREALIS, name: 'AO Kaspersky Lab', country: 'RU' },
    identifiers: [anIdentifier('uei', 'KASPERSKY001')],
    names: [aName('AO Kaspersky Lab'), aName('Brand of ours', 'dba')],
    ...{ revision: 5, ...change },
  });

const barring = (): Partial<Facts> => ({
  exclusions: [anExclusion({ vendor: BOREALIS })],
  relatives: [excluded()],
});

const found = (change: Partial<MatchDecision>): MatchDecision => ({
  ...{ id: '01980000-0000-7000-8000-0000000000d1', finding: 'not-same', persons: 2, entry: 8 },
  ...{ subjectVendor: ACME, subjectName: null, subjectRevision: 1 },
  ...{ objectVendor: BOREALIS, objectExclusion: null, objectRevision: 5 },
  ...change,
});

const ofName = (name: string, change: Partial<MatchDecision> = {}): MatchDecision =>
  found({
    ...{ subjectVendor: null, subjectRevision: null, subjectName: nameFormOf(name).key },
    ...change,
  });

function ask(
  asked: Partial<VendorReference>,
  vendors: readonly KnownVendor[],
  more: Partial<Facts> = {},
): Decision {
  const facts = theFacts(vendors, [], { alike: [excluded()], ...barring(), ...more });
  return decide(aQuestion(asked, OPEN), facts);
}

const codes = ({ reasons }: Decision): string[] => reasons.map(({ code }) => code);

const BY_NAME = { identifiers: [], name: 'Kasperski Labs' };

describe('a likeness to somebody excluded', () => {
  it('is told of the own name of a vendor that an identifier leads to', () => {
    const decision = ask({}, [kasperski()]);
    expect(decision).toMatchObject({ verdict: 'review', vendor: { id: ACME, matchedBy: 'uei' } });
    expect(codes(decision)).toEqual(['POSSIBLE_EXCLUDED_MATCH']);
    expect(decision.reasons[0]?.message).toMatch(
      /^"Kasperski Labs" is like .*AO Kaspersky Lab, who may be meant, is excluded: debarment by GSA \(FAR 9\.406-2\)\.$/,
    );
  });

  it('is told of the name that is given, though an identifier leads to another', () => {
    const decision = ask({ name: 'Kasperski Labs' }, [aVendor()]);
    expect(codes(decision)).toEqual(['IDENTITY_CONFLICT', 'POSSIBLE_EXCLUDED_MATCH']);
  });

  it('is told of a name that nobody has, with who may be meant and why', () => {
    const decision = ask(BY_NAME, []);
    expect(codes(decision)).toEqual(['NAME_ONLY_MATCH', 'POSSIBLE_EXCLUDED_MATCH']);
    expect(decision.candidates).toMatchObject([
      { id: BOREALIS, matchedBy: ['likeness'], resembles: 'AO Kaspersky Lab' },
    ]);
    const [candidate] = decision.candidates;
    expect(candidate?.score).toBeGreaterThanOrEqual(decision.screening.deny);
    expect(candidate?.features).not.toEqual([]);
  });

  it('is told whatever it is by, an earlier name of the excluded one among them', () => {
    const once = [aName('AO Other'), aName('Kaspersky Lab', 'former', period(null, '2010-01-01'))];
    const decision = ask(BY_NAME, [], { alike: [excluded({ names: once })] });
    expect(codes(decision)).toContain('POSSIBLE_EXCLUDED_MATCH');
  });

  it('is not told of a name that the vendor that is led to no longer goes by', () => {
    const names = [aName('Acme'), aName('Kasperski Labs', 'former', period(null, '2020-01-01'))];
    expect(codes(ask({}, [aVendor({ names })]))).toEqual(['NOT_EXCLUDED']);
  });

  it('is told from the threshold on', () => {
    const facts = theFacts([kasperski()], [], { alike: [excluded()], ...barring() });
    const at = (deny: number): string[] =>
      codes(decide(aQuestion({}, OPEN), facts, { deny, candidate: 0.8 }));
    expect(at(0.6)).toEqual(['POSSIBLE_EXCLUDED_MATCH']);
    expect(at(1)).toEqual(['NOT_EXCLUDED']);
  });

  it('is not told where affiliations connect the two', () => {
    const affiliations = [anAffiliation('subsidiary', BOREALIS, ACME)];
    const exclusions = [anExclusion({ vendor: BOREALIS, affiliates: ['named-only'] })];
    expect(codes(ask({}, [kasperski()], { affiliations, exclusions }))).toEqual(['NOT_EXCLUDED']);
  });

  it('is not told of somebody whom nothing excludes then', () => {
    expect(codes(ask({}, [kasperski()], { exclusions: [] }))).toEqual(['NOT_EXCLUDED']);
  });

  it('holds until a name of either begins or ends', () => {
    const names = [
      aName('Acme'),
      aName('Kasperski Labs', 'dba', period('2026-07-01', '2026-09-01')),
    ];
    expect(ask({}, [aVendor({ names })]).holdsUntil).toEqual(new Date('2026-07-01T00:00:00.000Z'));
  });
});

describe('what persons found of a pair', () => {
  it.each([
    ['two persons that the vendors are not the same', {}, ['NOT_EXCLUDED']],
    ['one person alone', { persons: 1 }, ['POSSIBLE_EXCLUDED_MATCH']],
    ['them before the seller changed', { subjectRevision: 0 }, ['POSSIBLE_EXCLUDED_MATCH']],
    ['them before the other changed', { objectRevision: 4 }, ['POSSIBLE_EXCLUDED_MATCH']],
    ['one person that they are the same', { finding: 'same', persons: 1 }, ['VENDOR_EXCLUDED']],
  ] as const)('counts where it was %s', (_, change, expected) => {
    const decision = ask({}, [kasperski()], { decisions: [found(change)] });
    expect(codes(decision)).toEqual(expected);
  });

  it('bars as the excluded one itself, and says that a person found so', () => {
    const { reasons } = ask({}, [aVendor()], { decisions: [found({ finding: 'same' })] });
    expect(reasons).toMatchObject([{ code: 'VENDOR_EXCLUDED', verdict: 'ineligible' }]);
    expect(reasons[0]?.message).toContain(
      'A person found Acme Widgets LLC and AO Kaspersky Lab to be the same.',
    );
  });

  it('silences a name that is given, and whoever else has one like it is told still', () => {
    const decisions = [ofName('Kasperski Labs')];
    expect(codes(ask(BY_NAME, [], { decisions }))).toEqual(['VENDOR_NOT_FOUND']);
    const other = kasperski({ name: 'Kasperski Lab', names: [aName('Kasperski Lab')] });
    const alike = [excluded(), other];
    const decision = ask(BY_NAME, [], { decisions, alike });
    expect(codes(decision)).toContain('NAME_ONLY_MATCH');
    expect(decision.candidates.map(({ id }) => id)).toEqual([ACME]);
  });

  it('leads from a name to the vendor that it was found to mean, which bars but never permits', () => {
    const decisions = [ofName('K. L. Trading', { finding: 'same', persons: 1 })];
    const asked = { identifiers: [], name: 'K. L. Trading' };
    const barred = ask(asked, [excluded()], { decisions, alike: [] });
    expect(codes(barred)).toEqual(['VENDOR_EXCLUDED', 'NAME_ONLY_MATCH']);
    const free = ask(asked, [excluded()], { decisions, alike: [], exclusions: [] });
    expect(free).toMatchObject({ verdict: 'review', vendor: { id: BOREALIS, matchedBy: 'name' } });
  });

  it('is in doubt over the very name of a vendor that was found not to be meant', () => {
    const decisions = [ofName('Acme', { objectVendor: ACME, objectRevision: 1, persons: 1 })];
    const decision = ask({ identifiers: [], name: 'Acme' }, [aVendor()], { decisions, alike: [] });
    expect(codes(decision)).toEqual(['NAME_ONLY_MATCH']);
  });

  it('follows a record that turned out to be another', () => {
    const merged = kasperski({
      ...{ formerIds: ['01980000-0000-7000-8000-000000000003'], formerRevisions: [2], revision: 9 },
    });
    const decisions = [
      found({
        ...{ finding: 'same', persons: 1 },
        ...{ subjectVendor: '01980000-0000-7000-8000-000000000003', subjectRevision: 2 },
      }),
    ];
    expect(codes(ask({}, [merged], { decisions }))).toEqual(['VENDOR_EXCLUDED']);
  });
});

describe('a likeness to the maker of covered articles', () => {
  const scope = inPart({ articles: [anArticle('Hytera Communications', 'Radio')] });
  const exclusions = [anExclusion({ vendor: null, scope })];
  const hytera = { identifiers: [], name: 'Hytera Comunications' };
  const covering = { alike: [], relatives: [], exclusions };

  it('is told where the purchase does not say what is bought', () => {
    const decision = ask(hytera, [], covering);
    expect(codes(decision)).toEqual(['VENDOR_NOT_FOUND', 'POSSIBLE_COVERED_ARTICLE']);
    const names = [aName('Hytera Communications Europe')];
    const own = ask({}, [aVendor({ names })], covering);
    expect(codes(own)).toEqual(['POSSIBLE_COVERED_ARTICLE']);
  });

  it('is for the items to tell where there are some', () => {
    const items = [{ manufacturer: 'Acme', product: 'Bolt', quantity: null }];
    const facts = theFacts([aVendor({ names: [aName('Hytera Communications')] })], [], covering);
    expect(codes(decide(aQuestion({}, { ...OPEN, items }), facts))).toEqual(['NOT_EXCLUDED']);
  });

  const ofMaker = (change: Partial<MatchDecision>): MatchDecision =>
    ofName('Hytera Comunications', {
      ...{ objectVendor: null, objectExclusion: AN_EXCLUSION, objectRevision: aBar({}).entry },
      ...change,
    });

  it('is silenced by what two persons found, until the exclusion changes', () => {
    const silent = ask(hytera, [], { ...covering, decisions: [ofMaker({})] });
    expect(codes(silent)).toEqual(['VENDOR_NOT_FOUND']);
    const changed = ofMaker({ objectRevision: 1 });
    const told = ask(hytera, [], { ...covering, decisions: [changed] });
    expect(codes(told)).toContain('POSSIBLE_COVERED_ARTICLE');
  });

  it.each([
    ['the same', { finding: 'same', persons: 1 }, 'COVERED_ARTICLE'],
    ['not the same', {}, 'NOT_EXCLUDED'],
    ['not the same, by one person alone', { persons: 1 }, 'POSSIBLE_COVERED_ARTICLE'],
  ] as const)('comes of a maker who was found to be %s to %s', (_, change, code) => {
    const items = [{ manufacturer: 'Hytera Comunications', product: 'Radio', quantity: null }];
    const facts = theFacts([aVendor()], [], { ...covering, decisions: [ofMaker(change)] });
    expect(codes(decide(aQuestion({}, { ...OPEN, items }), facts))).toEqual([code]);
  });
});
