import { AGENCIES, agencyCode, leadAgenciesOf, findAgency, lineageOf } from './agency';

describe('the directory of agencies', () => {
  it('names every agency once, in capitals, with what it is called', () => {
    const codes = AGENCIES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.map(agencyCode)).toEqual(codes);
    expect(AGENCIES.every(({ name }) => name !== '')).toBe(true);
  });

  it('knows a group of every agency', () => {
    expect(AGENCIES.filter(({ groups }) => groups.length === 0)).toEqual([]);
  });

  it('makes components part of departments that it knows, and nothing part of itself', () => {
    for (const { code, partOf } of AGENCIES) {
      if (partOf === null) continue;
      expect(findAgency(partOf)?.code).toBe(partOf);
      expect(lineageOf(partOf)).not.toContain(code);
    }
  });

  it('finds an agency however its code is written', () => {
    expect(findAgency(' dhs ')).toMatchObject({ code: 'DHS', groups: ['civilian'] });
    expect(findAgency('DHSX')).toBeUndefined();
  });

  it.each([
    ['NSA', ['defense', 'intelligence']],
    ['USCG', ['civilian', 'intelligence']],
    ['FBI', ['civilian', 'intelligence']],
    ['CIA', ['intelligence']],
    ['NAVY', ['defense']],
    ['NASA', ['civilian']],
  ])('knows of which groups %s is', (code, groups) => {
    expect(findAgency(code)?.groups).toEqual(groups);
  });

  it.each([
    ['DOD', ['DOD']],
    ['usmc', ['USMC', 'NAVY', 'DOD']],
    ['USSF', ['USSF', 'USAF', 'DOD']],
    ['USCG', ['USCG', 'DHS']],
    [' nobody ', ['NOBODY']],
  ])('follows %j up to its department', (written, lineage) => {
    expect(lineageOf(written)).toEqual(lineage);
  });

  it('tells who leads in a group: departments, and components of others', () => {
    expect(leadAgenciesOf(['defense']).map(({ code }) => code)).toEqual(['DOD']);
    expect(leadAgenciesOf(['intelligence']).map(({ code }) => code)).toEqual([
      ...['NSA', 'DIA', 'NGA', 'NRO', 'ODNI', 'CIA', 'FBI', 'DEA', 'USCG'],
    ]);
    expect(leadAgenciesOf(['civilian', 'defense']).map(({ code }) => code)).toContain('DOD');
    expect(leadAgenciesOf(['civilian']).map(({ code }) => code)).not.toContain('USCG');
    expect(leadAgenciesOf([])).toEqual([]);
  });
});
