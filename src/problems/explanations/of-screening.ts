import type { Explanation } from './explanation';

/** Refusals that rest on what persons found of pairs that may be one. */
export const OF_SCREENING = {
  'match-decision-not-found': [
    'No decision on a pair has that id.',
    'Read them with `GET /v1/screening/decisions`.',
  ],
  'finding-takes-two': [
    'The finding would loosen what bars: an exclusion that has not ended names one of the pair, reaches it, or is itself one of the pair. `exclusions` names them.',
    'Propose it to a second person: `POST /v1/proposals` with `action` `decide-match` and the same members.',
  ],
  'finding-stands': [
    'A person has found something of that pair, and both records are as they were; `finding` says what, `decision` and `entry` where it stands.',
    'Read it. Where another finding shall take its place, send its `entry` as `replaces`.',
  ],
  'nothing-found': [
    'Nothing is found of that pair, so that nothing can be taken back or replaced.',
    'Leave `replaces` out, and find `same` or `not-same`.',
  ],
} as const satisfies Readonly<Record<string, Explanation>>;
