import { ALWAYS, type Period } from '../../clock/domain/period';
import { nextBoundary } from '../../lists/domain/timeline';
import { normaliseName } from '../../screening/domain/normalise-name';
import type { Clue } from '../../vendors/domain/vendor-clue';
import type { Facts, KnownVendor } from './facts';
import { cluesTo, identify, type Doubt } from './identify';
import { SAY } from './messages';
import type { Question, VendorReference } from './question';
import { inOrderOfGravity, type Reason } from './reason';
import { listingsAsked, standingOnLists } from './standing';
import { gravest, type Verdict } from './verdict';

/** The vendor that a verdict is about. */
export interface MatchedVendor {
  readonly id: string;
  readonly name: string;
  /** The member of the question that it was found by. */
  readonly matchedBy: Clue;
}

/** A vendor that may be meant. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  /** The members of the question that lead to it. */
  readonly matchedBy: readonly Clue[];
}

/** The answer to a question. */
export interface Decision {
  readonly verdict: Verdict;
  readonly vendor: MatchedVendor | null;
  /** Who may be meant, where it is not sure; at most 20, in order of their ids. */
  readonly candidates: readonly Candidate[];
  /** All reasons, gravest first; never empty. */
  readonly reasons: readonly Reason[];
  /** The next instant after the one asked about at which the facts say something else, or null. */
  readonly holdsUntil: Date | null;
}

/** Most vendors that are named as candidates. */
export const MAX_CANDIDATES = 20;

/**
 * May this be bought, from this vendor, at that time? Pure: the same question and facts give the same answer.
 *
 * The gravest reason is the verdict. What can't be decided is never eligible.
 */
export function decide(question: Question, facts: Facts): Decision {
  const { vendor: reference, at } = question;
  const identity = identify(reference, facts.vendors, at);
  if (identity.vendor === null) {
    const { doubts, candidates } = identity;
    const reasons = doubts.map((doubt) => reasonOfDoubt(doubt, question));
    return decision(reasons, {
      vendor: null,
      candidates: candidates.slice(0, MAX_CANDIDATES).map(candidateOf(question)),
      holdsUntil: nextChange(question, facts.vendors, []),
    });
  }
  const { vendor, matchedBy } = identity;
  const { id, name } = vendor;
  return decision(reasonsAbout(vendor, question, facts), {
    ...{ vendor: { id, name, matchedBy }, candidates: [] },
    holdsUntil: nextChange(question, facts.vendors, listingsAsked(vendor, question)),
  });
}

const decision = (
  reasons: readonly Reason[],
  rest: Pick<Decision, 'vendor' | 'candidates' | 'holdsUntil'>,
): Decision => ({
  verdict: gravest(reasons.map(({ verdict }) => verdict)),
  ...rest,
  reasons: inOrderOfGravity(reasons),
});

function reasonsAbout(vendor: KnownVendor, question: Question, facts: Facts): Reason[] {
  return question.purchase.channel === 'list'
    ? standingOnLists(vendor, question, facts.lists)
    : [reason('NOT_EXCLUDED', 'eligible', SAY.notBarred(vendor.name))];
}

/** On the open market no hit is no clearance; on a list a vendor that nobody knows is not on it. */
function reasonOfDoubt({ code, message }: Doubt, { purchase }: Question): Reason {
  if (code !== 'VENDOR_NOT_FOUND') return reason(code, 'review', message);
  return purchase.channel === 'list'
    ? reason(code, 'ineligible', message)
    : reason(code, 'review', SAY.nobodyToClear);
}

const reason = (code: Reason['code'], verdict: Verdict, message: string): Reason => ({
  ...{ code, verdict, message, list: null, citation: null },
  ...{ effective: ALWAYS, position: null },
});

const candidateOf =
  ({ vendor: reference, at }: Question) =>
  (vendor: KnownVendor): Candidate => ({
    ...{ id: vendor.id, name: vendor.name, country: vendor.country },
    matchedBy: cluesTo(vendor, reference, at),
  });

/** When the next of the listings, or of the identifiers and names asked for, begins or ends. */
function nextChange(
  { vendor: reference, at }: Question,
  vendors: readonly KnownVendor[],
  listings: KnownVendor['listings'],
): Date | null {
  const instants = [
    ...listings.map((timeline) => nextBoundary(timeline, at)),
    ...vendors
      .flatMap((vendor) => periodsAsked(vendor, reference))
      .flatMap(({ from, to }) => [from, to].filter((end) => end !== null && end > at)),
  ].filter((instant) => instant !== null);
  return instants.length === 0 ? null : new Date(Math.min(...instants.map(Number)));
}

/** When the vendor has the identifiers, and goes by the name, that are asked for. */
function periodsAsked(vendor: KnownVendor, { identifiers, name }: VendorReference): Period[] {
  const held = vendor.identifiers.filter(({ scheme, value }) =>
    identifiers.some((asked) => asked.scheme === scheme && asked.value === value),
  );
  const borne = name === null ? [] : vendor.names.filter((one) => normaliseName(one.name) === name);
  return [...held, ...borne].map(({ effective }) => effective);
}
