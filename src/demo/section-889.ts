import { EVERYBODY, NEW_BUSINESS, type CoveredArticle } from '../exclusions/domain/exclusion';
import { covering, prohibition, type ToldOrder } from './told';

/** Whose equipment the statute names. */
interface Maker {
  /** Legal name. */
  readonly vendor: string;
  readonly articles: readonly CoveredArticle[];
  /** For what it may not be bought; none: for anything. */
  readonly uses: readonly string[];
}

const TELECOMMUNICATIONS = [
  ...['modem', 'router', 'switch', 'gateway', 'base station', 'access point', 'antenna', 'radio'],
  ...['smartphone', 'phone', 'handset', 'telecommunications equipment'],
  'telecommunications service',
];

const SURVEILLANCE = [
  ...['camera', 'video recorder', 'video surveillance', 'intercom', 'radio', 'switch'],
  'telecommunications equipment',
];

const SECURITY_USES = [
  ...['public-safety', 'government-facility-security'],
  ...['critical-infrastructure-surveillance', 'national-security'],
];

const STATUTE = { edition: 'statute', citation: 'Pub. L. 115-232 s.889(a)(1)(A)' } as const;

const EFFECTIVE = '2019-08-13T00:00:00.000Z';

/** @source Pub. L. 115-232 s.889(f)(3) */
export const SECTION_889_MAKERS: readonly Maker[] = [
  maker(
    'Huawei Technologies Company',
    ['Huawei', 'Huawei Technologies Co., Ltd.'],
    TELECOMMUNICATIONS,
    [],
  ),
  maker('ZTE Corporation', ['ZTE'], TELECOMMUNICATIONS, []),
  maker('Hytera Communications Corporation', ['Hytera'], SURVEILLANCE, SECURITY_USES),
  maker(
    'Hangzhou Hikvision Digital Technology Company',
    ['Hikvision'],
    SURVEILLANCE,
    SECURITY_USES,
  ),
  maker('Dahua Technology Company', ['Dahua'], SURVEILLANCE, SECURITY_USES),
];

/**
 * What agencies may not buy since 13 August 2019: equipment, not the companies. That agencies may not deal with whoever
 * uses it (a)(1)(B) hangs on what each vendor represents, and is not told here.
 *
 * @source Pub. L. 115-232 s.889(a)(1)(A), (a)(2), (f)(3)
 */
export const SECTION_889_ORDERS: readonly ToldOrder[] = SECTION_889_MAKERS.map(
  ({ vendor, articles, uses }) => ({
    ...{ vendor, learnedAt: '2018-08-13T20:00:00.000Z' },
    ...{ effectiveFrom: EFFECTIVE, effectiveTo: null },
    terms: prohibition({
      ...{ basis: 'statute', agency: 'CONGRESS', binds: EVERYBODY },
      effects: NEW_BUSINESS,
      scope: covering({ articles, uses, exempt: ['consulting', 'backhaul', 'roaming'] }),
      citations: [STATUTE],
      comment:
        'The statute bars certain equipment and services. The company is not itself excluded.',
    }),
    authority: {
      citation: 'Pub. L. 115-232 s.889(a)(1)(A)',
      office: 'United States Congress',
      url: 'https://ndia.org/policy/issues/cyber/section-889',
    },
    reason:
      'Its telecommunications or video surveillance equipment and services may not be bought.',
    later: [sayWhatSamSays()],
  }),
);

/** The words of the SAM records for ZTE and Dahua, which are the only two that were read; they fit all five, and all of it. */
function sayWhatSamSays(): ToldOrder['later'][number] {
  return {
    learnedAt: '2019-12-13T20:00:00.000Z',
    action: 'amend-exclusion',
    effectiveFrom: EFFECTIVE,
    terms: {
      citations: [STATUTE, { edition: 'far', citation: 'FAR 4.21; 52.204-25' }],
      comment:
        'Prohibition is limited to certain products and services. The entity is not itself excluded.',
    },
    authority: {
      citation: 'Pub. L. 115-232 s.889(a)(1)(A); SAM exclusion records of 13 December 2019',
      office: 'General Services Administration',
      url: 'https://github.com/GSA/open-gsa-redesign',
    },
    reason: 'GSA entered it into SAM, and says there how far it goes.',
  };
}

function maker(
  vendor: string,
  aliases: readonly string[],
  products: readonly string[],
  uses: readonly string[],
): Maker {
  const articles = products.map((product) => ({ manufacturer: vendor, product, aliases }));
  return { vendor, articles, uses };
}
