/** What there is to say of a purchase and the check before it, gravest first. */
export const FINDINGS = [
  'saidNo',
  'review',
  'tooOld',
  'afterAward',
  'otherVendor',
  'noCheck',
  'unreadable',
  'covered',
] as const;

/**
 * `covered`: the last check before the award said "eligible", and could be relied on still. `saidNo`, `review`: it said
 * that. `tooOld`: it said "eligible" and could no longer be relied on. `afterAward`: it was asked only afterwards, or
 * about a later time. `otherVendor`: it was about another vendor, or nobody that is known. `noCheck`: there is none.
 * `unreadable`: the purchase can't be looked up.
 */
export type Finding = (typeof FINDINGS)[number];
