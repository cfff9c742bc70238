import { RegistryError } from '../../problems/registry-error';

/** There is no proposal with that id. */
export class ProposalNotFound extends RegistryError {
  readonly code = 'proposal-not-found';

  constructor(proposal: string) {
    super(`There is no proposal ${proposal}.`);
  }
}

/** Someone approved, rejected or withdrew the proposal first. */
export class ProposalDecided extends RegistryError {
  readonly code = 'proposal-decided';

  constructor(proposal: string, state: string) {
    super(`Proposal ${proposal} is ${state}.`, { members: { state } });
  }
}

/** What the proposal is about has changed since it was made. */
export class ProposalStale extends RegistryError {
  readonly code = 'proposal-stale';

  /** @param subject what has changed, as "vendor 0198…" */
  constructor(proposal: string, subject: string) {
    super(`What is known of ${subject} has changed since proposal ${proposal}; propose anew.`, {
      members: { subject },
    });
  }
}

/** The digest sent is not that of the proposal: what was read is not what would be approved. */
export class ProposalAltered extends RegistryError {
  readonly code = 'proposal-altered';

  constructor(proposal: string) {
    super(`The digest is not that of proposal ${proposal}; read it again.`, {
      errors: [{ pointer: '/sha256', message: 'is not the digest of the proposal' }],
    });
  }
}

/** The change needs another person than those who have spoken for it already. */
export class SamePerson extends RegistryError {
  readonly code = 'same-person';

  constructor(done: string) {
    super(`The person behind this credential has ${done}; another person must decide.`);
  }
}

/** Only the person who made a proposal withdraws it. */
export class NotProposer extends RegistryError {
  readonly code = 'not-proposer';

  constructor(proposal: string) {
    super(`Proposal ${proposal} was made by another person; reject it instead.`);
  }
}

/** The caller is a machine for which no person answers. */
export class NoPersonBehind extends RegistryError {
  readonly code = 'forbidden';

  constructor() {
    super('Changes are made by persons; no person answers for this client.');
  }
}
