import type { Finding, MatchDecision } from '../../domain/match-decision';
import { FindingStands, NothingFound } from './errors';

/** What is about to be found of a pair. */
export interface NewFinding {
  readonly finding: Finding;
  /** How many persons find it. */
  readonly persons: 1 | 2;
  /** Position of the entry of the finding that it takes the place of; undefined: not said. */
  readonly replaces?: number | undefined;
}

/** What is found of a pair now. */
export interface PresentFinding {
  readonly decision: MatchDecision;
  /** Whether it counts, since both records are as they were. */
  readonly stands: boolean;
}

/**
 * Refuses to find what is found already, or to replace what one person has not read.
 *
 * A proposal says nothing of what it replaces: it is stale when that has changed.
 *
 * @throws {NothingFound} when there is nothing to take back or to replace
 * @throws {FindingStands} when a finding stands that is not named, is another than the named one, or says the same
 */
export function requireNew(found: NewFinding, present: PresentFinding | undefined): void {
  const { finding, replaces } = found;
  if (!present) {
    if (finding === 'undecided' || replaces !== undefined) throw new NothingFound();
    return;
  }
  const isOther = replaces !== undefined && replaces !== present.decision.entry;
  if (isOther || (present.stands && addsNothing(found, present))) {
    throw new FindingStands(present.decision);
  }
}

/** Whether a finding says what stands already, or comes from one person who does not say that it was read. */
const addsNothing = (
  { finding, persons, replaces }: NewFinding,
  { decision }: PresentFinding,
): boolean =>
  (persons === 1 && replaces === undefined) ||
  (finding === decision.finding && persons <= decision.persons);

/** Whether a finding can let pass what was stopped, where something bars one of the pair. */
export const loosens = ({ finding }: NewFinding, present: PresentFinding | undefined): boolean =>
  finding === 'not-same' || (finding === 'undecided' && present?.decision.finding === 'same');
