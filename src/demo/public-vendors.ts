import type { VendorRegistration } from '../vendors/register-vendor';
import type { ToldAffiliation } from './told';

/** Vendors that exist. Their names are public; their identifiers are invented. */
export const PUBLIC_VENDORS: readonly VendorRegistration[] = [
  {
    ...{ name: 'Kaspersky Lab, Inc.', country: 'US' },
    identifiers: [
      { scheme: 'uei', value: 'KLABDEMX0015' },
      { scheme: 'cage', value: '0DMX0' },
    ],
    names: [{ kind: 'dba', name: 'Kaspersky Lab' }],
  },
  vendor('AO Kaspersky Lab', 'RU', 'KASADEMX0018', [
    { kind: 'transliteration', name: 'Лаборатория Касперского' },
    { kind: 'transliteration', name: 'АО «Лаборатория Касперского»' },
    { kind: 'transliteration', name: '卡巴斯基' },
    { kind: 'transliteration', name: '卡巴斯基实验室' },
  ]),
  vendor('Kaspersky Labs Limited', 'GB', 'KLTDDEMX0013', []),
  vendor('OOO Kaspersky Group', 'RU', 'KGRPDEMX0016', []),
  vendor('Huawei Technologies Company', 'CN', 'HUAWDEMX0011', [
    { kind: 'dba', name: 'Huawei Technologies Co., Ltd.' },
    { kind: 'dba', name: 'Huawei' },
  ]),
  vendor('ZTE Corporation', 'CN', 'ZTECDEMX0017', [{ kind: 'dba', name: 'ZTE' }]),
  vendor('Hytera Communications Corporation', 'CN', 'HYTRDEMX0011', [
    { kind: 'dba', name: 'Hytera' },
  ]),
  vendor('Hangzhou Hikvision Digital Technology Company', 'CN', 'HKVSDEMX0014', [
    { kind: 'dba', name: 'Hikvision' },
  ]),
  vendor('Dahua Technology Company', 'CN', 'DAHUDEMX0018', [
    { kind: 'dba', name: 'Zhejiang Dahua Technology Co., Ltd.' },
    { kind: 'dba', name: 'Dahua' },
  ]),
  vendor('Acronis AG', 'CH', 'ACRNDEMX0014', [{ kind: 'dba', name: 'Acronis' }]),
];

const COMPLAINT = {
  citation: 'Kaspersky Lab, Inc. v. DHS, No. 17-cv-2697 (D.D.C.), complaint, para. 1',
  office: 'United States District Court for the District of Columbia',
  url: 'https://assets.documentcloud.org/documents/4332217/Kaspersky-DHS-Appeal.txt',
};

const ENTITY_LIST = {
  citation: '89 FR 52362, FR Doc. 2024-13695',
  office: 'Bureau of Industry and Security',
  url: 'https://www.govinfo.gov/content/pkg/FR-2024-06-24/html/2024-13695.htm',
};

/**
 * Who of them belongs to whom. The sources are later than the first day of the story; the bonds are older, and stand
 * from the first day on, so that orders reach whom they reached.
 *
 * @source the pages that each authority links to
 */
export const PUBLIC_AFFILIATIONS: readonly ToldAffiliation[] = [
  {
    ...{ vendor: 'Kaspersky Labs Limited', relation: 'subsidiary', other: 'Kaspersky Lab, Inc.' },
    authority: COMPLAINT,
    reason: 'The U.K. company is the parent of the U.S. one, as both say.',
  },
  ...['Kaspersky Labs Limited', 'OOO Kaspersky Group'].map((other) => ({
    ...{ vendor: 'AO Kaspersky Lab', relation: 'common-control' as const, other },
    authority: ENTITY_LIST,
    reason: 'Companies of one group; which of them stands above is not said there.',
  })),
];

function vendor(
  name: string,
  country: string,
  uei: string,
  names: VendorRegistration['names'],
): VendorRegistration {
  return { name, country, identifiers: [{ scheme: 'uei', value: uei }], names };
}
