import type { Explanation } from './explanation';

/** Refusals that rest on what the registry knows: vendors, lists, proposals, history, access. */
export const OF_MATTERS = {
  'invalid-period': [
    'The period would end at or before its beginning.',
    'Give an end that is later than the beginning, or `null` for none.',
  ],
  'vendor-not-found': [
    'No vendor has that id.',
    'Look the vendor up by an identifier or a name, with `POST /v1/vendors/lookup`.',
  ],
  'list-not-found': ['No approved list has that code.', 'Read the codes with `GET /v1/lists`.'],
  'proposal-not-found': [
    'No proposal has that id.',
    'Read the pending ones with `GET /v1/proposals?state=pending`.',
  ],
  'suspension-not-found': [
    'No suspension has that id.',
    'Take the id from the answer to the suspension, or from the listing that it suspends.',
  ],
  'check-not-found': [
    'No check has that id, or it belongs to another agency.',
    'Take the id from the answer to the check; a procurement caller reads the checks of its own agency.',
  ],
  'entry-not-found': [
    'The history is shorter than that position; `size` is its number of entries.',
    'Positions run from 0 to `size` - 1.',
  ],
  'seal-not-found': [
    'No seal of checks has that number.',
    'Numbers run from 0 on without gaps; read them with `GET /v1/checks/seals`.',
  ],
  'nothing-to-seal': [
    'No check was recorded yet, so that there is nothing to seal and no seal to answer with.',
    'Make a check first.',
  ],
  'check-not-batched': [
    'The check was recorded by a release that kept no batches of checks. Its row says what was answered, and nothing else speaks for it.',
    'Read it with `GET /v1/checks/{id}`. Checks that were made since have proofs.',
  ],
  'caller-not-found': [
    'No client or person has that id.',
    'Read the ids with `GET /v1/clients` or `GET /v1/people`.',
  ],
  'key-not-found': [
    'That client or person has no key of that id.',
    'Take the id from the answer that issued the key, or from the caller.',
  ],
  'identifier-taken': [
    'Another vendor has that identifier; a value of a scheme belongs to one vendor at a time.',
    'Look the other vendor up. Where both are one, amend that one.',
  ],
  'list-exists': [
    'A list has that code. Codes are never used again.',
    'Amend the list that there is, or take another code.',
  ],
  'listing-overlaps': [
    'The vendor stands on the list already, in the same categories and time; `listing` is that listing.',
    'Amend or renew that listing, or give a period that begins when it ends.',
  ],
  'not-listed': [
    'The vendor has no listing on the list at the time that the change is about.',
    'Read the standing of the vendor at that time.',
  ],
  'already-removed': [
    'The vendor is removed from the list already, from that time or earlier.',
    'Nothing is left to do; a removal from an earlier time takes a proposal of its own.',
  ],
  'not-removed': [
    'The listing is neither removed nor suspended, so that nothing can be reinstated.',
    'Read the standing of the vendor at that time.',
  ],
  'already-suspended': [
    'The listing is suspended already; `suspension` is that suspension.',
    'A second admin confirms it, so that it does not lapse.',
  ],
  'suspension-lapsed': [
    'The suspension has lapsed, or was confirmed or ended before; `state` says which.',
    'Where the reason still holds, suspend again.',
  ],
  'unknown-category': [
    'The list has no category of that code.',
    'Read the categories of the list, or amend the list first.',
  ],
  'proposal-decided': [
    'The proposal was approved, rejected or withdrawn before.',
    'Read it; where the change is still wanted, propose it anew.',
  ],
  'proposal-stale': [
    'What the proposal rests on has changed since it was made, so that it would not do what was read.',
    'Propose it anew on the present facts.',
  ],
  'proposal-altered': [
    'The digest that was sent is not that of the proposal: something else was read than what would be done.',
    'Read the proposal again, and approve the `sha256` that it has.',
  ],
  'same-person': [
    'A change takes a second person, and this caller is, or acts for, the person who proposed it, approved it before, or is its subject.',
    'Another admin decides. Another credential of the same person does not help.',
  ],
  'not-proposer': ['Only the person who proposed a change may withdraw it.', 'Reject it instead.'],
  'unsafe-policy': [
    'The policy would let one person change the list alone, or suspend for over 30 days.',
    'Ask for two approvals or more; only a suspension takes one, and it lapses after 30 days at the latest.',
  ],
  'entry-too-large': [
    'The change would take more than 65 535 bytes in the history.',
    'Make it in parts.',
  ],
  'position-not-reached': [
    'The history has fewer entries than `minPosition` or `knownAt` asks for; `position` is its size.',
    'Try again after `Retry-After`; a position that no answer ever named will not be reached.',
  ],
  'import-refused': [
    'Rows of the import are refused; `errors` names each with its line and reason.',
    'Correct the rows and import the whole again. Nothing was imported.',
  ],
  'conflicting-roles': [
    'Nobody is admin and auditor at once, neither through one caller nor through several of the same person.',
    'Give the roles to two persons.',
  ],
  'own-access': [
    'Nobody changes their own roles or keys, nor those of the clients that they answer for.',
    'Ask another admin.',
  ],
  'subject-taken': [
    'That subject of that issuer stands for another client or person.',
    'Amend the caller that it stands for, or take another subject.',
  ],
  'caller-disabled': [
    'The client or person is disabled for good.',
    'Register it anew where it is to call again.',
  ],
} as const satisfies Readonly<Record<string, Explanation>>;
