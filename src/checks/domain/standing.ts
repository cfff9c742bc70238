import { listingAt, type ListingAt, type ListingState } from '../../lists/domain/timeline';
import type { KnownList, KnownVendor } from '../../register/domain/facts';
import { SAID_OF_LISTING, SAY } from './messages';
import type { Question } from './question';
import { ABOUT_NO_EXCLUSION, type Reason } from './reason';
import type { Verdict } from './verdict';

/** A listing as it stands at the time of the purchase, with the list that it stands on. */
interface Stand extends ListingAt {
  readonly list: KnownList;
}

/**
 * Why a vendor may or may not be bought from on the list of a purchase, or on any where it names none.
 *
 * One listing in effect that covers the category is enough, whatever befell others; else every listing says why not.
 * A list that the facts do not know holds nobody.
 */
export function standingOnLists(
  vendor: KnownVendor,
  { purchase, at }: Question,
  lists: readonly KnownList[],
): Reason[] {
  const asked = lists.filter(({ code }) => purchase.list === null || code === purchase.list);
  const reasons = asked.flatMap((list) =>
    standingOn(standsOf(vendor, list, at), purchase.category),
  );
  const eligible = reasons.filter(({ verdict }) => verdict === 'eligible');
  if (eligible.length > 0) return eligible;
  if (purchase.list === null) return [notListed(null, SAY.onNoList(vendor.name)), ...reasons];
  if (reasons.length > 0) return reasons;
  const name = asked[0]?.name ?? purchase.list;
  return [notListed(purchase.list, SAY.notListed(vendor.name, name))];
}

/** The timelines that a purchase hangs on. */
export const listingsAsked = (
  { listings }: KnownVendor,
  { purchase }: Question,
): KnownVendor['listings'] =>
  purchase.channel === 'open-market'
    ? []
    : listings.filter(([first]) => purchase.list === null || first?.list === purchase.list);

const standsOf = ({ listings }: KnownVendor, list: KnownList, at: Date): Stand[] =>
  listings
    .filter(([first]) => first?.list === list.code)
    .map((timeline) => listingAt(timeline, at))
    .filter((listing) => listing !== undefined)
    .map((listing) => ({ ...listing, list }));

/** What the listings on one list say about a category. Without one, every listing covers it. */
function standingOn(stands: readonly Stand[], category: string | null): Reason[] {
  const covering = category === null ? stands : stands.filter(covers(category));
  const listed = covering.filter(({ state }) => state === 'listed');
  if (listed.length > 0) return listed.map((stand) => reasonOf(stand, 'LISTED', 'eligible'));
  if (covering.length > 0) return covering.flatMap(barredBy);
  const inEffect = stands.filter(({ state }) => state === 'listed');
  return inEffect.length > 0 && category !== null
    ? inEffect.map((stand) => outOfCategory(stand, category))
    : stands.flatMap(barredBy);
}

/** A listing that names no categories covers all that the list has, and no other. */
const covers =
  (category: string) =>
  ({ list, segment }: Stand): boolean =>
    list.categories.some(({ code }) => code === category) &&
    (segment.categories.length === 0 || segment.categories.includes(category));

function barredBy(stand: Stand): Reason[] {
  const reason = reasonOf(stand, CODE_OF_STATE[stand.state], 'ineligible');
  const unconfirmed = stand.state === 'suspended' && stand.segment.suspension?.confirmed === false;
  return unconfirmed ? [reason, reasonOf(stand, 'SUSPENSION_UNCONFIRMED', 'review')] : [reason];
}

type SaidOfListing = keyof typeof SAID_OF_LISTING;

const CODE_OF_STATE = {
  listed: 'LISTED',
  suspended: 'LISTING_SUSPENDED',
  removed: 'LISTING_REMOVED',
  expired: 'LISTING_EXPIRED',
  'not-yet-effective': 'LISTING_NOT_YET_EFFECTIVE',
} as const satisfies Record<ListingState, SaidOfListing>;

const reasonOf = (stand: Stand, code: SaidOfListing, verdict: Verdict): Reason =>
  aboutListing(stand, { code, verdict, message: SAID_OF_LISTING[code](stand.list, stand.segment) });

const outOfCategory = (stand: Stand, category: string): Reason =>
  aboutListing(stand, {
    code: 'CATEGORY_NOT_COVERED',
    verdict: 'ineligible',
    message: SAY.notCovered(stand.list, category),
  });

const aboutListing = (
  { list, segment }: Stand,
  said: Pick<Reason, 'code' | 'verdict' | 'message'>,
): Reason => ({
  ...ABOUT_NO_EXCLUSION,
  ...said,
  list: list.code,
  citation: segment.authority.citation,
  effective: segment.effective,
  position: segment.entry,
});

const notListed = (list: string | null, message: string): Reason => ({
  ...ABOUT_NO_EXCLUSION,
  ...{ code: 'NOT_LISTED', verdict: 'ineligible', message, list },
  ...{ citation: null, effective: { from: null, to: null }, position: null },
});
