import type { TurnedCheck } from '../../proposals/domain/impact';
import { countImpact, MAX_TURNED } from './count-impact';

const SINCE = new Date('2026-03-03T12:00:00.000Z');
const LOOKED = { since: SINCE, examined: 7, incomplete: false };

const aTurn = (change: Partial<TurnedCheck> = {}): TurnedCheck => ({
  id: '01980000-0000-7000-8000-0000000000c1',
  decidedAt: '2026-05-01T00:00:00.000Z',
  ...{ agency: 'DHS', client: 'x', reference: null },
  ...{ verdict: 'eligible', wouldBe: 'ineligible' },
  ...change,
});

describe('countImpact', () => {
  it('says how much was looked at where nothing turned', () => {
    expect(countImpact([], { ...LOOKED, incomplete: true })).toEqual({
      ...{ checks: 0, turns: {}, since: SINCE.toISOString(), examined: 7, incomplete: true },
      ...{ byAgency: {}, byClient: {}, turned: [] },
    });
  });

  it('counts each way in which verdicts turn, by agency and by client', () => {
    const turned = [
      aTurn({ agency: 'NASA', client: 'z' }),
      aTurn({ client: 'y' }),
      aTurn({ verdict: 'ineligible', wouldBe: 'eligible' }),
    ];
    const away = { checks: 1, turns: { 'eligible → ineligible': 1 } };
    const back = { checks: 1, turns: { 'ineligible → eligible': 1 } };
    expect(countImpact(turned, LOOKED)).toEqual({
      ...{ checks: 3, turns: { 'eligible → ineligible': 2, 'ineligible → eligible': 1 } },
      ...{ since: SINCE.toISOString(), examined: 7, incomplete: false },
      byAgency: {
        DHS: { checks: 2, turns: { ...away.turns, ...back.turns } },
        NASA: away,
      },
      byClient: { x: back, y: away, z: away },
      turned,
    });
  });

  it('names the first hundred, and counts them all', () => {
    const turned = Array.from({ length: MAX_TURNED + 1 }, (_, index) => aTurn({ id: `${index}` }));
    const impact = countImpact(turned, LOOKED);
    expect(impact.checks).toBe(101);
    expect(impact.turned).toEqual(turned.slice(0, 100));
  });
});
