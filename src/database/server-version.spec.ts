import { RefusesToStart } from '../config/refuses-to-start';
import { requireSupported } from './server-version';

describe('requireSupported', () => {
  it.each([
    ['14.0', 140_000],
    ['15.18 (Debian 15.18-0+deb12u1)', 150_018],
    ['18.4', 180_004],
  ])('takes a PostgreSQL %s', (version, number) => {
    expect(() => requireSupported({ version, number })).not.toThrow();
  });

  it.each([
    ['13.22', 130_022],
    ['9.6.24', 90_624],
  ])('refuses a PostgreSQL %s, and says which are taken', (version, number) => {
    const start = (): void => requireSupported({ version, number });
    expect(start).toThrow(RefusesToStart);
    expect(start).toThrow(`a PostgreSQL ${version}; 14 or newer`);
  });
});
