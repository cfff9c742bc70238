import { after } from './after';

describe('after', () => {
  it.each([
    ['2026-01-31T00:00:00.000Z', 'P1M', '2026-02-28T00:00:00.000Z'],
    ['2024-02-29T12:00:00.000Z', 'P1Y', '2025-02-28T12:00:00.000Z'],
    ['2026-03-08T06:30:00.000Z', 'P1D', '2026-03-09T06:30:00.000Z'],
    ['2026-06-01T12:00:00.000Z', 'PT15M', '2026-06-01T12:15:00.000Z'],
    ['2026-06-01T12:00:00.000Z', 'P-90D', '2026-03-03T12:00:00.000Z'],
  ])('lies from %s by %s at %s', (instant, duration, end) => {
    expect(after(new Date(instant), duration).toISOString()).toBe(end);
  });
});
