import { RegistryError } from '../../../problems/registry-error';
import type { Finding, MatchDecision } from '../../domain/match-decision';

/** There is no decision on a pair with that id. */
export class MatchDecisionNotFound extends RegistryError {
  readonly code = 'match-decision-not-found';

  constructor(decision: string) {
    super(`There is no decision ${decision} on a pair.`, { members: { decision } });
  }
}

/** The finding would loosen what bars one of the pair, which one person may not. */
export class FindingTakesTwo extends RegistryError {
  readonly code = 'finding-takes-two';

  /** @param exclusions ids of those that bar one of the pair */
  constructor(finding: Finding, exclusions: readonly string[]) {
    super(
      `"${finding}" takes two persons, since the pair is barred by ${exclusions.join(', ')}; ` +
        'propose it with the action decide-match.',
      { members: { exclusions } },
    );
  }
}

/** Something is found of the pair already, and stands. */
export class FindingStands extends RegistryError {
  readonly code = 'finding-stands';

  constructor({ id: decision, finding, entry }: MatchDecision) {
    super(`The pair was found "${finding}" already, by entry ${entry}.`, {
      members: { decision, finding, entry },
    });
  }
}

/** Nothing is found of the pair that could be taken back or replaced. */
export class NothingFound extends RegistryError {
  readonly code = 'nothing-found';

  constructor() {
    super('Nothing is found of the pair.');
  }
}
