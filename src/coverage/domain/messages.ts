import type { AwardedPurchase } from './awarded-purchase';
import type { ConsideredCheck } from './considered-check';

/** What is said of a purchase, in sentences for a person. Times are RFC 3339. */
export const SAY = {
  covered: ({ decidedAt }: ConsideredCheck) => `Told "eligible" at ${told(decidedAt)}.`,
  saidNo: ({ decidedAt }: ConsideredCheck) =>
    `Told "ineligible" at ${told(decidedAt)}, the last answer before the award.`,
  review: ({ decidedAt }: ConsideredCheck) =>
    `Told at ${told(decidedAt)} that a person must look, the last answer before the award.`,
  tooOld: ({ decidedAt, validUntil }: ConsideredCheck, maxAge: string | null) =>
    validUntil <= decidedAt
      ? `Told "eligible" at ${told(decidedAt)} of a time that was over by then.`
      : `Told "eligible" at ${told(decidedAt)}, ${maxAge === null ? `to be relied on until ${told(validUntil)}` : `more than ${maxAge} before the award`}.`,
  afterAward: ({ decidedAt, at }: ConsideredCheck, { awardedAt, dayOnly }: AwardedPurchase) => {
    if (decidedAt <= awardedAt) {
      return `What was asked at ${told(decidedAt)} was about ${told(at)}, after the award.`;
    }
    const sameDay = dayOnly && dayOf(decidedAt) === dayOf(awardedAt);
    return `Asked only at ${told(decidedAt)}, after the award.${sameDay ? DAY_ONLY : ''}`;
  },
  otherVendor: ({ vendor, decidedAt }: ConsideredCheck) =>
    vendor === null
      ? `The check with this reference, of ${told(decidedAt)}, found nobody or somebody else.`
      : `The check with this reference, of ${told(decidedAt)}, was about another vendor, ${vendor}.`,
  otherPurchase: 'Checks with this reference were for another agency or another list only.',
  noCheck: ({ vendors }: AwardedPurchase) =>
    vendors.length === 0
      ? 'No check has this reference, and the registry knows no such vendor at the time of the award.'
      : 'No check has this reference.',
  noCheckOfVendor:
    'It has no reference, and no check about this vendor for this agency could be relied on at the award.',
  byVendorOnly:
    'Found by the vendor and the agency alone: it may have been about another purchase.',
} as const;

const DAY_ONLY = ' The award is given as a day, which is taken for its beginning, 00:00 UTC.';

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

const told = (instant: Date): string => instant.toISOString();
