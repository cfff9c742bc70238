import fc from 'fast-check';
import { similarityOf } from './compare-names';
import { nameFormOf } from './name-form';
import { FLOOR } from './thresholds';
import { typedLikeness } from './typed-name';

const likeness = (typed: string, name: string): number =>
  typedLikeness(nameFormOf(typed), nameFormOf(name));

describe('typedLikeness', () => {
  it.each([
    ['k', 'Kaspersky Lab'],
    ['kasp', 'Kaspersky Lab'],
    ['LAB kasp', 'Kaspersky Lab'],
    ['kaspersky l', 'AO Kaspersky Lab'],
    ['Касп', 'Kaspersky'],
    ['Sté gén', 'Ste Generale'],
    ['international tra', 'International Trading Group'],
    ['group', 'International Trading Group'],
  ])('finds what is begun by %j in %j', (typed, name) => {
    expect(likeness(typed, name)).toBeGreaterThanOrEqual(FLOOR);
  });

  it.each([
    ['x', 'Kaspersky Lab'],
    ['sky', 'Kaspersky Lab'],
    ['kasp zebra', 'Kaspersky Lab'],
  ])('does not find %j in %j', (typed, name) => {
    expect(likeness(typed, name)).toBeLessThan(FLOOR);
  });

  it('is the same as that of the finished name once it is typed', () => {
    for (const name of ['Kaspersky Lab', 'Acme Widgets LLC', '株式会社アクメ']) {
      expect(likeness(name, name)).toBe(1);
    }
  });

  it('tells the nearer from the farther while they are typed', () => {
    const names = ['Kaspersky', 'Kaspersky Lab', 'Kaspersky Lab of Many Other Words'];
    const [first = 0, second = 0, third = 0] = names.map((name) => likeness('kasper', name));
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThanOrEqual(third);
  });

  it('is never below the likeness of what was typed, and never beyond 1', () => {
    const words = fc.array(fc.stringMatching(/^[a-f]{1,4}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, words, (typed, name) => {
        const [one, other] = [nameFormOf(typed.join(' ')), nameFormOf(name.join(' '))];
        const found = typedLikeness(one, other);
        expect(found).toBeGreaterThanOrEqual(similarityOf(one, other));
        expect(found).toBeLessThanOrEqual(1);
      }),
    );
  });
});
