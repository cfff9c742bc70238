import { parsePair, vendorsOf, type GivenPair } from './pair';

const ONE = '01980000-0000-7000-8000-00000000000a';
const OTHER = '01980000-0000-7000-8000-00000000000b';

const given = (pair: Partial<GivenPair>): GivenPair => ({
  ...{ vendor: null, name: null, other: null, exclusion: null },
  ...pair,
});
const pointersIn = (pair: Partial<GivenPair>): string[] => {
  try {
    parsePair(given(pair));
    return [];
  } catch (error) {
    return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  }
};

describe('parsePair', () => {
  it('makes one pair of two vendors, whichever way round they are given', () => {
    const pair = parsePair(given({ vendor: ONE, other: OTHER }));
    expect(parsePair(given({ vendor: OTHER, other: ONE }))).toEqual(pair);
    expect(pair).toEqual({
      ...{ subjectVendor: ONE, subjectName: null, objectVendor: OTHER, objectExclusion: null },
      name: null,
    });
    expect(vendorsOf(pair)).toEqual([ONE, OTHER]);
  });

  it('knows a name by its key, and keeps it as it was given', () => {
    const pair = parsePair(given({ name: 'ACME, Widgets', exclusion: OTHER }));
    expect(pair).toMatchObject({ name: 'ACME, Widgets', subjectVendor: null, objectVendor: null });
    expect(pair.subjectName).toBe(
      parsePair(given({ name: 'acme widgets', other: ONE })).subjectName,
    );
    expect(pair.subjectName).not.toBe('');
    expect(vendorsOf(pair)).toEqual([]);
  });

  it.each<[Partial<GivenPair>, string[]]>([
    [{}, ['/vendor', '/other']],
    [{ vendor: ONE }, ['/other']],
    [{ other: ONE }, ['/vendor']],
    [{ vendor: ONE, name: 'Acme', other: OTHER }, ['/name']],
    [{ vendor: ONE, other: OTHER, exclusion: OTHER }, ['/exclusion']],
    [{ vendor: ONE, other: ONE }, ['/other']],
    [{ name: '-!', other: ONE }, ['/name']],
  ])('refuses %j', (pair, pointers) => {
    expect(pointersIn(pair)).toEqual(pointers);
  });
});
