import { ALWAYS } from '../../clock/domain/period';
import {
  bondOf,
  endAffiliation,
  RELATIONS,
  requireNew,
  seenFrom,
  type Affiliation,
} from './affiliation';

const MAY = new Date('2026-05-01T00:00:00.000Z');
const JUNE = new Date('2026-06-01T00:00:00.000Z');
const JULY = new Date('2026-07-01T00:00:00.000Z');

const anAffiliation = (change: Partial<Affiliation> = {}): Affiliation => ({
  ...{ id: 'one', kind: 'subsidiary', vendor: 'parent', other: 'child' },
  ...{ effective: ALWAYS, entry: 7 },
  ...change,
});

describe('an affiliation as it is said of one vendor', () => {
  it.each([
    ['parent', { kind: 'subsidiary', vendor: 'that', other: 'this' }],
    ['subsidiary', { kind: 'subsidiary', vendor: 'this', other: 'that' }],
    ['predecessor', { kind: 'successor', vendor: 'that', other: 'this' }],
    ['successor', { kind: 'successor', vendor: 'this', other: 'that' }],
    ['affiliate', { kind: 'affiliate', vendor: 'this', other: 'that' }],
    ['common-control', { kind: 'common-control', vendor: 'this', other: 'that' }],
  ] as const)('is kept, where the other is its %s, from the one side', (relation, bond) => {
    expect(bondOf('this', relation, 'that')).toEqual(bond);
  });

  it.each(RELATIONS)('is said again as it was: %s', (relation) => {
    expect(seenFrom('this', bondOf('this', relation, 'that'))).toEqual({ relation, other: 'that' });
  });

  it.each([
    ['subsidiary', 'parent'],
    ['successor', 'predecessor'],
    ['affiliate', 'affiliate'],
    ['common-control', 'common-control'],
  ] as const)('is of a %s, seen from there, that of a %s', (there, here) => {
    const bond = bondOf('this', there, 'that');
    expect(seenFrom('that', bond)).toEqual({ relation: here, other: 'this' });
  });
});

describe('requireNew', () => {
  const said = { kind: 'subsidiary', vendor: 'parent', other: 'child' } as const;

  it('refuses the same of the same vendors in some of that time, and names it', () => {
    const known = [anAffiliation({ id: 'other', other: 'stranger' }), anAffiliation()];
    const again = { ...said, effective: { from: MAY, to: JUNE } };
    expect(() => requireNew(again, known)).toThrow(
      expect.objectContaining({ code: 'affiliation-exists', members: { affiliation: 'one' } }),
    );
  });

  it('refuses what holds both ways, whichever side it is said from', () => {
    const bond = {
      kind: 'affiliate',
      vendor: 'child',
      other: 'parent',
      effective: ALWAYS,
    } as const;
    expect(() => requireNew(bond, [anAffiliation({ kind: 'affiliate' })])).toThrow(
      expect.objectContaining({ code: 'affiliation-exists' }),
    );
  });

  it.each([
    ['another kind', anAffiliation({ kind: 'successor' })],
    ['the same the other way round', anAffiliation({ vendor: 'child', other: 'parent' })],
    ['the same until then', anAffiliation({ effective: { from: null, to: MAY } })],
    ['the same from then on', anAffiliation({ effective: { from: JUNE, to: null } })],
    ['the same of another vendor', anAffiliation({ other: 'stranger' })],
  ])('takes it beside %s', (_, known) => {
    const effective = { from: MAY, to: JUNE };
    expect(() => requireNew({ ...said, effective }, [known])).not.toThrow();
  });
});

describe('endAffiliation', () => {
  it('cuts it at that instant, and leaves what it rests on', () => {
    const ended = endAffiliation(anAffiliation({ effective: { from: MAY, to: null } }), JUNE);
    expect(ended).toEqual(anAffiliation({ effective: { from: MAY, to: JUNE } }));
  });

  it('ends one earlier that was to end later', () => {
    const ended = endAffiliation(anAffiliation({ effective: { from: null, to: JULY } }), JUNE);
    expect(ended?.effective).toEqual({ from: null, to: JUNE });
  });

  it.each([MAY, JUNE])('leaves nothing of one that had not begun by then', (at) => {
    expect(endAffiliation(anAffiliation({ effective: { from: JUNE, to: null } }), at)).toBeNull();
  });

  it.each([JUNE, JULY])('refuses to end one that has ended by then', (at) => {
    const over = anAffiliation({ effective: { from: null, to: JUNE } });
    expect(() => endAffiliation(over, at)).toThrow(
      expect.objectContaining({
        code: 'affiliation-not-in-effect',
        members: { affiliation: 'one', ended: JUNE },
      }),
    );
  });
});
