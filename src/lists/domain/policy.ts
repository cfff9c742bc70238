/** What a list's owner has decided about changes of it. */
export interface ListPolicy {
  /** How many persons each kind of change takes, the proposer among them. At least 2, but for a suspension. */
  readonly approvals: Readonly<Record<ApprovedChange, number>>;
  /** How long a suspension stands without a second person's confirmation: an ISO 8601 duration. */
  readonly suspensionLapsesAfter: string;
  /** How long an "eligible" may be relied on: an ISO 8601 duration. */
  readonly receiptValidFor: string;
  /** How long a listing runs where its proposal does not say: an ISO 8601 duration; null: until ended. */
  readonly defaultTerm: string | null;
}

/** Kinds of change that a policy sets the number of persons for. */
export const APPROVED_CHANGES = [
  'list',
  'amend-listing',
  'renew',
  'remove',
  'reinstate',
  'suspend',
] as const;

export type ApprovedChange = (typeof APPROVED_CHANGES)[number];

/** The rules of a list whose owner has set none: two persons for each change, one for a suspension. */
export const DEFAULT_POLICY: ListPolicy = {
  approvals: { list: 2, 'amend-listing': 2, renew: 2, remove: 2, reinstate: 2, suspend: 1 },
  suspensionLapsesAfter: 'P1D',
  receiptValidFor: 'PT15M',
  defaultTerm: null,
};
