import type { Period } from '../../clock/domain/period';
import type { ExclusionSegment, KnownExclusion } from '../../exclusions/domain/exclusion';
import { nextBoundary } from '../../lists/domain/timeline';
import { nameFormOf } from '../../screening/domain/name-form';
import { mayCover } from './covered-items';
import type { Facts, KnownVendor } from '../../register/domain/facts';
import { mayBeMaker } from './perhaps-covered';
import type { Question, VendorReference } from './question';
import { listingsAsked } from './standing';

/**
 * The next instant after the one asked about at which a listing, an exclusion, a waiver, an affiliation, or an
 * identifier or name that is asked for, or of somebody alike, begins or ends; null where none does.
 *
 * @param vendor whom the question means; null where it is not sure
 */
export function nextChange(
  vendor: KnownVendor | null,
  question: Question,
  facts: Facts,
): Date | null {
  const { at, vendor: reference } = question;
  const listings = vendor === null ? [] : listingsAsked(vendor, question);
  const periods = [
    ...facts.vendors.flatMap((known) => periodsAsked(known, reference)),
    ...periodsCompared(facts),
    ...facts.exclusions.filter(isAbout(vendor, question, facts)).flatMap(periodsOf),
    ...facts.affiliations.map(({ effective }) => effective),
  ];
  const instants = [
    ...listings.map((timeline) => nextBoundary(timeline, at)),
    ...periods.flatMap(({ from, to }) => [from, to]),
  ].filter((instant) => instant !== null && instant > at) as Date[];
  return instants.length === 0 ? null : new Date(Math.min(...instants.map(Number)));
}

/** When the vendor has the identifiers, and goes by the name, that are asked for. */
function periodsAsked(vendor: KnownVendor, { identifiers, name }: VendorReference): Period[] {
  const held = vendor.identifiers.filter(({ scheme, value }) =>
    identifiers.some((asked) => asked.scheme === scheme && asked.value === value),
  );
  const key = name === null ? null : nameFormOf(name).key;
  const borne = vendor.names.filter((one) => key !== null && nameFormOf(one.name).key === key);
  return [...held, ...borne].map(({ effective }) => effective);
}

/** What a likeness rests on: whatever those who are alike, and whoever they are compared with, had or went by. */
function periodsCompared({ vendors, alike, exclusions }: Facts): Period[] {
  const articles = exclusions.some(({ timeline }) => timeline.some(coversArticles));
  if (alike.length === 0 && vendors.length < 2 && !articles) return [];
  return [...vendors, ...alike].flatMap(({ names, identifiers }) =>
    [...names, ...identifiers].map(({ effective }) => effective),
  );
}

const coversArticles = ({ scope }: ExclusionSegment): boolean => scope.articles.length > 0;

/** Whether an exclusion is of someone connected with the vendors asked for, or of what is bought. */
const isAbout =
  (seller: KnownVendor | null, question: Question, facts: Facts) =>
  ({ timeline }: KnownExclusion): boolean =>
    timeline.some(
      (segment) =>
        facts.vendors.some(({ id }) => id === segment.vendor) ||
        facts.alike.some(({ id }) => id === segment.vendor) ||
        (question.purchase.items.length === 0 && mayBeMaker(segment, question, facts)) ||
        facts.affiliations.some(
          ({ vendor, other }) => vendor === segment.vendor || other === segment.vendor,
        ) ||
        mayCover(segment, seller, question, facts),
    );

const periodsOf = ({ timeline, waivers }: KnownExclusion): Period[] =>
  [...timeline, ...waivers].map(({ effective }) => effective);
