import { compareParties, type AskedParty, type KnownParty } from './compare-parties';
import { nameFormOf } from './name-form';
import { DEFAULT_THRESHOLDS } from './thresholds';

const asked = (name: string, rest: Partial<Omit<AskedParty, 'name'>> = {}): AskedParty => ({
  name: nameFormOf(name),
  country: null,
  identifiers: [],
  ...rest,
});

const ZARUBEZH: KnownParty = {
  names: [
    { kind: 'legal', name: 'Zarubezh Nafta LLC' },
    { kind: 'weak-alias', name: 'Vostok' },
    { kind: 'former', name: 'Kedrovka Trading' },
  ],
  country: 'RU',
  identifiers: [
    { scheme: 'uei', value: 'A' },
    { scheme: 'cage', value: '1' },
  ],
};

const part = (party: AskedParty, name: string, known = ZARUBEZH) =>
  compareParties(party, known)?.features.find((feature) => feature.name === name)?.part;

describe('who is asked about, and a vendor', () => {
  it('are as alike as the most alike of its names', () => {
    expect(compareParties(asked('Kedrovka Trading'), ZARUBEZH)).toMatchObject({
      ...{ name: 'Kedrovka Trading', score: 1 },
    });
    expect(compareParties(asked('Zarubezh Nafta'), ZARUBEZH)?.name).toBe('Zarubezh Nafta LLC');
    expect(compareParties(asked('Acme'), { ...ZARUBEZH, names: [] })).toBeNull();
  });

  it('are less alike by a weak alias', () => {
    expect(compareParties(asked('Vostok'), ZARUBEZH)?.score).toBeCloseTo(0.9, 10);
    expect(part(asked('Vostok'), 'alias')).toBe(-0.1);
    expect(part(asked('Kedrovka'), 'alias')).toBeUndefined();
  });

  it.each<[string | null, number | undefined]>([
    ['RU', 0.02],
    ['US', -0.05],
    [null, undefined],
  ])('in %s: %s', (country, expected) => {
    expect(part(asked('Zarubezh Nafta', { country }), 'country')).toBe(expected);
  });

  it.each<[string, string, string, number | undefined]>([
    ['the same identifier', 'uei', 'A', 0.2],
    ['another identifier', 'uei', 'B', -0.05],
    ['an identifier of another scheme', 'lei', 'A', undefined],
  ])('with %s', (_, scheme, value, expected) => {
    const identifiers = [{ scheme, value }];
    expect(part(asked('Zarubezh Nafta', { identifiers }), 'identifier')).toBe(expected);
  });

  it('are alike still where the same name comes back with all else another', () => {
    const again = asked('Zarubezh Nafta Inc.', {
      country: 'CY',
      identifiers: [{ scheme: 'uei', value: 'B' }],
    });
    const { score, features } = compareParties(again, ZARUBEZH)!;
    expect(score).toBeGreaterThanOrEqual(DEFAULT_THRESHOLDS.candidate);
    expect(features.reduce((sum, feature) => sum + feature.part, 0)).toBeCloseTo(score, 10);
  });

  it('are not made alike by country and identifier alone', () => {
    const other = asked('Acme', { country: 'RU', identifiers: ZARUBEZH.identifiers });
    expect(compareParties(other, ZARUBEZH)?.score).toBe(0);
  });
});
