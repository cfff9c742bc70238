import { binding, bindingOnly } from '../../../test/support/exclusion-facts';
import { barsAt, isBound, isBoundAgency, type Buying } from './binding';
import { EFFECTS, type Binding } from './exclusion';

describe('whether an exclusion binds an agency', () => {
  it.each<[string, Partial<Binding>, string, string]>([
    ['everybody', { agencies: 'all' }, 'NASA', 'bound'],
    ['everybody, and so whom nobody knows', { agencies: 'all' }, 'XYZ', 'bound'],
    ['nobody', {}, 'NASA', 'not-bound'],
    ['an agency by its code', { agencies: ['NASA'] }, 'NASA', 'bound'],
    ['an agency, however its code is written', { agencies: [' nasa'] }, 'Nasa ', 'bound'],
    ['no other agency', { agencies: ['NASA'] }, 'GSA', 'not-bound'],
    ['one of several agencies', { agencies: ['NASA', 'GSA'] }, 'GSA', 'bound'],
    ['an agency whom nobody knows, by its code', { agencies: ['XYZ'] }, 'xyz', 'bound'],
    ['a component of a named department', { agencies: ['DHS'] }, 'USCG', 'bound'],
    ['a component of its component', { agencies: ['DOD'] }, 'USMC', 'bound'],
    ['a component of a named component', { agencies: ['NAVY'] }, 'USMC', 'bound'],
    ['no department of a named component', { agencies: ['USCG'] }, 'DHS', 'not-bound'],
    ['no sister of a named component', { agencies: ['ARMY'] }, 'NAVY', 'not-bound'],
    ['an agency of a group', { groups: ['civilian'] }, 'GSA', 'bound'],
    ['no agency of another group', { groups: ['civilian'] }, 'DOD', 'not-bound'],
    ['an agency of two groups by the first', { groups: ['defense'] }, 'NSA', 'bound'],
    ['an agency of two groups by the second', { groups: ['intelligence'] }, 'NSA', 'bound'],
    ['one of several groups', { groups: ['defense', 'intelligence'] }, 'CIA', 'bound'],
    ['a group, or a named agency', { groups: ['defense'], agencies: ['GSA'] }, 'GSA', 'bound'],
    ['perhaps whom nobody knows, by a group', { groups: ['civilian'] }, 'XYZ', 'unknown'],
    ['whom nobody knows, named', { groups: ['civilian'], agencies: ['XYZ'] }, 'XYZ', 'bound'],
    ['perhaps whom nobody knows, by a department', { agencies: ['DOD'] }, 'XYZ', 'unknown'],
    ['not whom nobody knows, without a group', { agencies: ['NASA'] }, 'XYZ', 'not-bound'],
  ])('%s', (_, binds, agency, bound) => {
    expect(isBoundAgency(bindingOnly(binds), agency)).toBe(bound);
  });
});

describe('whether an exclusion binds a purchase', () => {
  const NASA: Buying = { agency: 'NASA', channel: 'list', list: 'a-list', system: 'general' };

  it.each<[string, Partial<Binding>, Partial<Buying>, string]>([
    ['by its agency', { agencies: ['NASA'] }, {}, 'bound'],
    ['by its agency on the open market', { agencies: 'all' }, { channel: 'open-market' }, 'bound'],
    ['not by another agency', { agencies: ['GSA'] }, {}, 'not-bound'],
    ['by its contract vehicle, whoever buys', { vehicles: ['a-list'] }, {}, 'bound'],
    ['by one of several vehicles', { vehicles: ['b-list', 'a-list'] }, {}, 'bound'],
    ['not by another vehicle', { vehicles: ['b-list'] }, {}, 'not-bound'],
    [
      'perhaps by a vehicle, where it names none',
      { vehicles: ['a-list'] },
      { list: null },
      'unknown',
    ],
    [
      'surely by its agency, though it names no vehicle',
      { vehicles: ['a-list'], agencies: ['NASA'] },
      { list: null },
      'bound',
    ],
    [
      'by no vehicle on the open market',
      { vehicles: ['a-list'] },
      { channel: 'open-market', list: null },
      'not-bound',
    ],
    ['by no vehicle, where it names none and none is bound', {}, { list: null }, 'not-bound'],
    ['by the system that it is for', { systems: ['sci'] }, { system: 'sci' }, 'bound'],
    [
      'by its system on the open market',
      { systems: ['sci'] },
      { system: 'sci', channel: 'open-market', list: null },
      'bound',
    ],
    ['not by another system', { systems: ['sci'] }, { system: 'national-security' }, 'not-bound'],
    ['not by a system that it is not for', { systems: ['sci'] }, {}, 'not-bound'],
    ['perhaps by a group, whoever buys', { groups: ['civilian'] }, { agency: 'XYZ' }, 'unknown'],
    [
      'perhaps by a group, through another vehicle',
      { groups: ['civilian'], vehicles: ['b-list'] },
      { agency: 'XYZ' },
      'unknown',
    ],
    [
      'surely by its vehicle, whoever buys',
      { groups: ['civilian'], vehicles: ['a-list'] },
      { agency: 'XYZ' },
      'bound',
    ],
    [
      'surely by its system, whoever buys',
      { groups: ['civilian'], systems: ['general'] },
      { agency: 'XYZ', channel: 'open-market', list: null },
      'bound',
    ],
  ])('%s', (_, binds, buying, bound) => {
    expect(isBound(bindingOnly(binds), { ...NASA, ...buying })).toBe(bound);
  });

  it('binds every purchase, where it binds everybody', () => {
    expect(isBound(binding(), { ...NASA, list: null })).toBe('bound');
  });
});

describe('at which stages an exclusion bars', () => {
  const STAGES = ['solicitation', 'award', 'option', 'modification', 'subcontract'] as const;

  it.each([
    ['award', ['solicitation', 'award']],
    ['option', ['option']],
    ['modification', ['modification']],
    ['subcontract', ['subcontract']],
    ['use', STAGES],
  ] as const)('%s: %j', (effect, stages) => {
    expect(STAGES.filter((stage) => barsAt([effect], stage))).toEqual(stages);
  });

  it('bars at none without an effect, and adds effects up', () => {
    expect(STAGES.filter((stage) => barsAt([], stage))).toEqual([]);
    expect(STAGES.filter((stage) => barsAt(['option', 'subcontract'], stage))).toEqual([
      'option',
      'subcontract',
    ]);
    expect(STAGES.filter((stage) => barsAt(EFFECTS, stage))).toEqual(STAGES);
  });
});
