/** Groups of agencies that an order may bind as one. */
export const AGENCY_GROUPS = ['civilian', 'defense', 'intelligence'] as const;

export type AgencyGroup = (typeof AGENCY_GROUPS)[number];

/** A body that buys. */
export interface Agency {
  /** As callers and purchases name it, in capitals: "DHS". */
  readonly code: string;
  readonly name: string;
  /** Every group that it belongs to; NSA is of two. */
  readonly groups: readonly AgencyGroup[];
  /** The department that it is a component of, or null. */
  readonly partOf: string | null;
}

/** The code that names an agency, however it is written. */
export const agencyCode = (written: string): string => written.trim().toUpperCase();

/** The agency of a code, or undefined where the directory does not know it. */
export const findAgency = (written: string): Agency | undefined => BY_CODE.get(agencyCode(written));

/** An agency and the departments that it is part of, as codes; of one that is not known only itself. */
export function lineageOf(written: string): string[] {
  const code = agencyCode(written);
  const partOf = BY_CODE.get(code)?.partOf ?? null;
  return partOf === null ? [code] : [code, ...lineageOf(partOf)];
}

/**
 * The agencies of some groups, in the order of the directory. A component stands for itself only where no department
 * that it is part of is of the groups too.
 */
export function leadAgenciesOf(groups: readonly AgencyGroup[]): Agency[] {
  const isOf = ({ groups: own }: Agency): boolean => own.some((group) => groups.includes(group));
  return AGENCIES.filter((one) => {
    const above = lineageOf(one.code).slice(1).map(findAgency);
    return isOf(one) && !above.some((department) => department !== undefined && isOf(department));
  });
}

const agency = (
  code: string,
  name: string,
  groups: readonly AgencyGroup[],
  partOf: string | null = null,
): Agency => ({ code, name, groups, partOf });

const CIVILIAN = ['civilian'] as const;
const DEFENSE = ['defense'] as const;
const INTELLIGENCE = ['intelligence'] as const;
const DEFENSE_INTELLIGENCE = ['defense', 'intelligence'] as const;
const CIVILIAN_INTELLIGENCE = ['civilian', 'intelligence'] as const;

/**
 * The agencies whose groups the registry knows: those with a chief financial officer by law, independent agencies that
 * buy much, the defense components, elements of the intelligence community, and large components of departments. Of
 * an agency that is missing it is not known which groups it is of.
 *
 * @source 31 U.S.C. 901(b); 50 U.S.C. 3003(4); 10 U.S.C. 101(a); 5 U.S.C. 104
 */
export const AGENCIES: readonly Agency[] = [
  agency('USDA', 'Department of Agriculture', CIVILIAN),
  agency('DOC', 'Department of Commerce', CIVILIAN),
  agency('DOD', 'Department of Defense', DEFENSE),
  agency('ED', 'Department of Education', CIVILIAN),
  agency('DOE', 'Department of Energy', CIVILIAN),
  agency('HHS', 'Department of Health and Human Services', CIVILIAN),
  agency('DHS', 'Department of Homeland Security', CIVILIAN),
  agency('HUD', 'Department of Housing and Urban Development', CIVILIAN),
  agency('DOI', 'Department of the Interior', CIVILIAN),
  agency('DOJ', 'Department of Justice', CIVILIAN),
  agency('DOL', 'Department of Labor', CIVILIAN),
  agency('STATE', 'Department of State', CIVILIAN),
  agency('DOT', 'Department of Transportation', CIVILIAN),
  agency('TREASURY', 'Department of the Treasury', CIVILIAN),
  agency('VA', 'Department of Veterans Affairs', CIVILIAN),
  agency('EPA', 'Environmental Protection Agency', CIVILIAN),
  agency('GSA', 'General Services Administration', CIVILIAN),
  agency('NASA', 'National Aeronautics and Space Administration', CIVILIAN),
  agency('NSF', 'National Science Foundation', CIVILIAN),
  agency('NRC', 'Nuclear Regulatory Commission', CIVILIAN),
  agency('OPM', 'Office of Personnel Management', CIVILIAN),
  agency('SBA', 'Small Business Administration', CIVILIAN),
  agency('SSA', 'Social Security Administration', CIVILIAN),
  agency('USAID', 'Agency for International Development', CIVILIAN),
  agency('CPSC', 'Consumer Product Safety Commission', CIVILIAN),
  agency('CFPB', 'Consumer Financial Protection Bureau', CIVILIAN),
  agency('CFTC', 'Commodity Futures Trading Commission', CIVILIAN),
  agency('EEOC', 'Equal Employment Opportunity Commission', CIVILIAN),
  agency('EXIM', 'Export-Import Bank of the United States', CIVILIAN),
  agency('FCC', 'Federal Communications Commission', CIVILIAN),
  agency('FDIC', 'Federal Deposit Insurance Corporation', CIVILIAN),
  agency('FEC', 'Federal Election Commission', CIVILIAN),
  agency('FTC', 'Federal Trade Commission', CIVILIAN),
  agency('NARA', 'National Archives and Records Administration', CIVILIAN),
  agency('NLRB', 'National Labor Relations Board', CIVILIAN),
  agency('NTSB', 'National Transportation Safety Board', CIVILIAN),
  agency('PBGC', 'Pension Benefit Guaranty Corporation', CIVILIAN),
  agency('PC', 'Peace Corps', CIVILIAN),
  agency('RRB', 'Railroad Retirement Board', CIVILIAN),
  agency('SEC', 'Securities and Exchange Commission', CIVILIAN),
  agency('ARMY', 'Department of the Army', DEFENSE, 'DOD'),
  agency('NAVY', 'Department of the Navy', DEFENSE, 'DOD'),
  agency('USAF', 'Department of the Air Force', DEFENSE, 'DOD'),
  agency('USMC', 'Marine Corps', DEFENSE, 'NAVY'),
  agency('USSF', 'Space Force', DEFENSE, 'USAF'),
  agency('DLA', 'Defense Logistics Agency', DEFENSE, 'DOD'),
  agency('DISA', 'Defense Information Systems Agency', DEFENSE, 'DOD'),
  agency('DARPA', 'Defense Advanced Research Projects Agency', DEFENSE, 'DOD'),
  agency('DCMA', 'Defense Contract Management Agency', DEFENSE, 'DOD'),
  agency('DHA', 'Defense Health Agency', DEFENSE, 'DOD'),
  agency('DTRA', 'Defense Threat Reduction Agency', DEFENSE, 'DOD'),
  agency('MDA', 'Missile Defense Agency', DEFENSE, 'DOD'),
  agency('USACE', 'Army Corps of Engineers', DEFENSE, 'ARMY'),
  agency('NSA', 'National Security Agency', DEFENSE_INTELLIGENCE, 'DOD'),
  agency('DIA', 'Defense Intelligence Agency', DEFENSE_INTELLIGENCE, 'DOD'),
  agency('NGA', 'National Geospatial-Intelligence Agency', DEFENSE_INTELLIGENCE, 'DOD'),
  agency('NRO', 'National Reconnaissance Office', DEFENSE_INTELLIGENCE, 'DOD'),
  agency('ODNI', 'Office of the Director of National Intelligence', INTELLIGENCE),
  agency('CIA', 'Central Intelligence Agency', INTELLIGENCE),
  agency('FBI', 'Federal Bureau of Investigation', CIVILIAN_INTELLIGENCE, 'DOJ'),
  agency('DEA', 'Drug Enforcement Administration', CIVILIAN_INTELLIGENCE, 'DOJ'),
  agency('USCG', 'Coast Guard', CIVILIAN_INTELLIGENCE, 'DHS'),
  agency('CISA', 'Cybersecurity and Infrastructure Security Agency', CIVILIAN, 'DHS'),
  agency('USFS', 'Forest Service', CIVILIAN, 'USDA'),
  agency('CENSUS', 'Census Bureau', CIVILIAN, 'DOC'),
  agency('NIST', 'National Institute of Standards and Technology', CIVILIAN, 'DOC'),
  agency('NOAA', 'National Oceanic and Atmospheric Administration', CIVILIAN, 'DOC'),
  agency('USPTO', 'Patent and Trademark Office', CIVILIAN, 'DOC'),
  agency('CDC', 'Centers for Disease Control and Prevention', CIVILIAN, 'HHS'),
  agency('CMS', 'Centers for Medicare & Medicaid Services', CIVILIAN, 'HHS'),
  agency('FDA', 'Food and Drug Administration', CIVILIAN, 'HHS'),
  agency('IHS', 'Indian Health Service', CIVILIAN, 'HHS'),
  agency('NIH', 'National Institutes of Health', CIVILIAN, 'HHS'),
  agency('CBP', 'Customs and Border Protection', CIVILIAN, 'DHS'),
  agency('FEMA', 'Federal Emergency Management Agency', CIVILIAN, 'DHS'),
  agency('ICE', 'Immigration and Customs Enforcement', CIVILIAN, 'DHS'),
  agency('TSA', 'Transportation Security Administration', CIVILIAN, 'DHS'),
  agency('USCIS', 'Citizenship and Immigration Services', CIVILIAN, 'DHS'),
  agency('USSS', 'Secret Service', CIVILIAN, 'DHS'),
  agency('BLM', 'Bureau of Land Management', CIVILIAN, 'DOI'),
  agency('NPS', 'National Park Service', CIVILIAN, 'DOI'),
  agency('USGS', 'Geological Survey', CIVILIAN, 'DOI'),
  agency('ATF', 'Bureau of Alcohol, Tobacco, Firearms and Explosives', CIVILIAN, 'DOJ'),
  agency('BOP', 'Bureau of Prisons', CIVILIAN, 'DOJ'),
  agency('USMS', 'Marshals Service', CIVILIAN, 'DOJ'),
  agency('FAA', 'Federal Aviation Administration', CIVILIAN, 'DOT'),
  agency('IRS', 'Internal Revenue Service', CIVILIAN, 'TREASURY'),
];

const BY_CODE = new Map(AGENCIES.map((one) => [one.code, one]));
