import { ALWAYS } from '../../clock/domain/period';
import { ALGORITHM } from '../../screening/domain/algorithm';
import type { Feature } from '../../screening/domain/compare-names';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../screening/domain/thresholds';
import type { Clue } from '../../vendors/domain/vendor-clue';
import { MAX_CANDIDATES, type Facts, type KnownVendor } from '../../register/domain/facts';
import { exclusionsOf, perhapsExcluded } from './excluded-vendor';
import { coveredItems } from './covered-items';
import { cluesTo, identify, type Doubt, type Identity } from './identify';
import { likenessTo } from './likeness';
import { SAY } from './messages';
import type { Question } from './question';
import { ABOUT_NO_EXCLUSION, inOrderOfGravity, type Reason } from './reason';
import { nextChange } from './next-change';
import { likeMakers } from './perhaps-covered';
import { eachOnce, likeExcluded } from './perhaps-excluded';
import { standingOnLists } from './standing';
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
  /** The members of the question that lead to it; `likeness` where only its name is like the one given. */
  readonly matchedBy: readonly (Clue | 'likeness')[];
  /** How much it resembles who is asked for, 0 to 1; null where no name is given. Answers of before names were compared lack it. */
  readonly score?: number | null;
  /** What the score is made of. */
  readonly features?: readonly Feature[];
  /** Its name that is most alike; null where no name is given, or none is alike. */
  readonly resembles?: string | null;
}

/** How likenesses were judged. */
export interface Screening extends Thresholds {
  /** Of the algorithm that compares names. */
  readonly version: string;
}

/** The answer to a question. */
export interface Decision {
  readonly verdict: Verdict;
  readonly vendor: MatchedVendor | null;
  /** Who may be meant, where it is not sure; at most 20, in order of their ids, or the most alike first. */
  readonly candidates: readonly Candidate[];
  /** All reasons, gravest first; never empty. */
  readonly reasons: readonly Reason[];
  readonly screening: Screening;
  /** The next instant after the one asked about at which the facts say something else, or null. */
  readonly holdsUntil: Date | null;
}

/**
 * May this be bought, from this vendor, at that time? Pure: the same question and facts give the same answer.
 *
 * The gravest reason is the verdict. What can't be decided is never eligible.
 */
export function decide(
  question: Question,
  facts: Facts,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): Decision {
  const { deny, candidate } = thresholds;
  const identity = identify(question.vendor, facts, { at: question.at, candidate });
  const sure =
    identity.vendor === null
      ? reasonsInDoubt(identity, question, facts)
      : reasonsAbout(identity.vendor, question, facts);
  const about = { identity, question, facts, deny };
  const perhaps = likeExcluded(about, sure);
  const told = [...sure, ...reservations(identity), ...perhaps];
  const all = [...told, ...likeMakers(about, told)];
  const reasons = all.length === 0 && identity.vendor ? [notBarred(identity.vendor)] : all;
  return {
    verdict: gravest(reasons.map(({ verdict }) => verdict)),
    ...matchOf(identity, question),
    reasons: inOrderOfGravity(reasons),
    screening: { version: ALGORITHM.version, deny, candidate },
    holdsUntil: nextChange(identity.vendor, question, facts),
  };
}

function matchOf(identity: Identity, question: Question): Pick<Decision, 'vendor' | 'candidates'> {
  if (identity.vendor === null) {
    const candidates = identity.candidates.slice(0, MAX_CANDIDATES);
    return { vendor: null, candidates: candidates.map(candidateOf(question)) };
  }
  const { id, name } = identity.vendor;
  return { vendor: { id, name, matchedBy: identity.matchedBy }, candidates: [] };
}

/** Listed where it has to be, barred by nothing, and the same for what is bought. */
function reasonsAbout(vendor: KnownVendor, question: Question, facts: Facts): Reason[] {
  const bars = [...exclusionsOf(vendor, question, facts), ...coveredItems(vendor, question, facts)];
  return question.purchase.channel === 'list'
    ? [...standingOnLists(vendor, question, facts.lists), ...bars]
    : bars;
}

/** What is to be said of a vendor on the open market where there is nothing else. */
const notBarred = ({ name }: KnownVendor): Reason =>
  reason('NOT_EXCLUDED', 'eligible', SAY.notBarred(name));

/** What is not sure of the vendor; a covered article is one whoever sells it. */
function reasonsInDoubt(
  { doubts, candidates, led }: Extract<Identity, { vendor: null }>,
  question: Question,
  facts: Facts,
): Reason[] {
  const excluded = candidates.flatMap((candidate) => perhapsExcluded(candidate, question, facts));
  return [
    ...doubts.map((doubt) => reasonOfDoubt(doubt, question)),
    ...(led.length > 0 ? excluded : eachOnce(excluded)),
    ...coveredItems(null, question, facts),
  ];
}

/** Why a person has to look at whom the question means. */
const reservations = ({ vendor, doubts }: Identity): Reason[] =>
  vendor === null ? [] : doubts.map(({ code, message }) => reason(code, 'review', message));

/** On the open market no hit is no clearance; on a list a vendor that nobody knows is not on it. */
function reasonOfDoubt({ code, message }: Doubt, { purchase }: Question): Reason {
  if (code !== 'VENDOR_NOT_FOUND') return reason(code, 'review', message);
  return purchase.channel === 'list'
    ? reason(code, 'ineligible', message)
    : reason(code, 'review', SAY.nobodyToClear);
}

const reason = (code: Reason['code'], verdict: Verdict, message: string): Reason => ({
  ...ABOUT_NO_EXCLUSION,
  ...{ code, verdict, message, list: null, citation: null },
  ...{ effective: ALWAYS, position: null },
});

const candidateOf =
  ({ vendor: reference, at }: Question) =>
  (vendor: KnownVendor): Candidate => {
    const clues = cluesTo(vendor, reference, at);
    const likeness = likenessTo(reference, vendor, at);
    return {
      ...{ id: vendor.id, name: vendor.name, country: vendor.country },
      matchedBy: clues.length > 0 ? clues : ['likeness'],
      ...{ score: likeness?.score ?? null, features: likeness?.features ?? [] },
      resembles: likeness?.resembles ?? null,
    };
  };
