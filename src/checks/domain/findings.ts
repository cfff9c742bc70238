import type { KnownVendor } from '../../register/domain/facts';
import type { MatchDecision } from '../../screening/domain/match-decision';
import { nameFormOf } from '../../screening/domain/name-form';

/** A name or a vendor, of which somebody may have found something. */
export type Subject = { readonly name: string } | { readonly vendor: KnownVendor };

/** An exclusion of articles, as it was last changed. */
export interface CoveringExclusion {
  readonly id: string;
  /** Its latest entry. */
  readonly revision: number;
}

/** What was found of a name, or of a vendor, and another; undefined where nothing is that counts. */
export const findingOn = (
  subject: Subject,
  other: KnownVendor,
  decisions: readonly MatchDecision[],
): MatchDecision | undefined =>
  decisions.find(
    (one) =>
      (isSubject(one, subject) && isRecord(one.objectVendor, one.objectRevision, other)) ||
      ('vendor' in subject &&
        isRecord(one.subjectVendor, one.subjectRevision, other) &&
        isRecord(one.objectVendor, one.objectRevision, subject.vendor)),
  );

/** What was found of a name, or of a vendor, and the maker of what an exclusion covers. */
export const findingOnArticles = (
  subject: Subject,
  { id, revision }: CoveringExclusion,
  decisions: readonly MatchDecision[],
): MatchDecision | undefined =>
  decisions.find(
    (one) =>
      one.objectExclusion === id && one.objectRevision === revision && isSubject(one, subject),
  );

/** Whether it was found by two persons that they are not the same: one alone silences nothing that excludes. */
export const isSilenced = (finding: MatchDecision | undefined): boolean =>
  finding?.finding === 'not-same' && finding.persons === 2;

const isSubject = (decision: MatchDecision, subject: Subject): boolean =>
  'name' in subject
    ? decision.subjectName === nameFormOf(subject.name).key
    : isRecord(decision.subjectVendor, decision.subjectRevision, subject.vendor);

/** Whether a record is one of a vendor's, and was not changed since. */
function isRecord(
  record: string | null,
  revision: number | null,
  { id, revision: own, formerIds = [], formerRevisions = [] }: KnownVendor,
): boolean {
  if (record === id) return revision === own;
  const place = record === null ? -1 : formerIds.indexOf(record);
  return place !== -1 && formerRevisions[place] === revision;
}
