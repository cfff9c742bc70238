import type { Explanation } from './explanation';

/** Refusals that rest on exclusions, waivers, proceedings, and on who is who. */
export const OF_EXCLUSIONS = {
  'exclusion-not-found': [
    'No exclusion has that id.',
    'Read the exclusions of a vendor with `GET /v1/exclusions?vendor=`.',
  ],
  'waiver-not-found': [
    'No waiver has that id.',
    'Read the waivers of an exclusion with `GET /v1/exclusions/{id}`.',
  ],
  'affiliation-not-found': [
    'No affiliation has that id.',
    'Read the affiliations of a vendor with `GET /v1/vendors/{id}/affiliations`.',
  ],
  'proceeding-not-found': [
    'No proceeding has that id.',
    'Read the proceedings with `GET /v1/proceedings`.',
  ],
  'milestone-not-found': [
    'The exclusion has no milestone of that code.',
    'Read its milestones with `GET /v1/exclusions/{id}/milestones`.',
  ],
  'already-excluded': [
    'The vendor is suspended as a whole already; `exclusion` is that suspension.',
    'A second admin confirms it, so that it does not lapse.',
  ],
  'exclusion-not-in-effect': [
    'The exclusion ended before that time, so that nothing is left to change or to end.',
    'Read the exclusion; where the bar is wanted again, impose a new one.',
  ],
  'waiver-not-in-effect': [
    'The waiver ended, or was revoked, before that time.',
    'Nothing is left to do.',
  ],
  'affiliation-exists': [
    'The two vendors are affiliated in that way already in that time; `affiliation` is that relation.',
    'Give a period in which they are not, or leave it.',
  ],
  'affiliation-not-in-effect': [
    'The affiliation ended before that time.',
    'Nothing is left to do.',
  ],
  'vendor-merged': [
    'That vendor turned out to be another, `survivor`, and was merged into it.',
    'Ask for the change of `survivor`.',
  ],
  'vendor-not-merged': [
    'The two vendors are not merged, so that nothing can be undone.',
    'Read either of them: `mergedInto` says what it was merged into.',
  ],
  'proceeding-out-of-order': [
    'A proceeding goes from notice to answer to decision, each once; `state` is where it stands.',
    'Read the proceeding and record the step that comes next.',
  ],
  'agency-not-bound': [
    'The exclusion does not bind the agency of the caller, so that it has no milestones to report.',
    'Report through a caller of an agency that it binds.',
  ],
  'correction-misplaced': [
    'The entry that is to be corrected does not exist yet, or is about something else than the change.',
    'Name an entry about the same vendor, list or exclusion.',
  ],
} as const satisfies Readonly<Record<string, Explanation>>;
