import { agencyCode } from '../exclusions/domain/agency';
import { articlesOf, changeOf, termsOf } from '../exclusions/terms-of';
import { InvalidRequest } from '../problems/registry-error';
import type { ExclusionContent } from './domain/proposal';
import type {
  ProposeExclusionAmendmentDto,
  ProposeExclusionDto,
  ProposeExclusionEndDto,
  ProposeWaiverDto,
  ProposeWaiverRevocationDto,
} from './propose-exclusion.dto';
import { groundsOf, noticeOf, startOf } from './said-in-proposal';

type ProposeExclusionChange =
  | ProposeExclusionDto
  | ProposeExclusionAmendmentDto
  | ProposeExclusionEndDto
  | ProposeWaiverDto
  | ProposeWaiverRevocationDto;

/** What a request proposes of an exclusion or a waiver. @throws {InvalidRequest} where it makes no sense */
export function exclusionContentOf(body: ProposeExclusionChange): ExclusionContent {
  const shared = { ...groundsOf(body), effectiveFrom: startOf(body.effectiveFrom) };
  switch (body.action) {
    case 'exclude':
      return { ...shared, ...exclusionIn(body) };
    case 'amend-exclusion':
      return { ...shared, ...amendmentIn(body) };
    case 'end-exclusion':
      return { ...shared, action: body.action, exclusion: body.exclusion.toLowerCase() };
    case 'waive':
      return { ...shared, ...waiverIn(body) };
    case 'revoke-waiver':
      return { ...shared, action: body.action, waiver: body.waiver.toLowerCase() };
  }
}

/** Kinds of exclusion of which the vendor has notice. @source FAR 9.406-3(c), 9.407-3(c) */
const NOTIFIED: readonly string[] = ['suspension', 'proposed-debarment'];

/** @throws {InvalidRequest} when it makes no sense, or tells of a notice that does not go with its kind */
function exclusionIn({ action, exclusion, effectiveTo, notice }: ProposeExclusionDto) {
  if (notice && !NOTIFIED.includes(exclusion.kind)) {
    const message = 'goes with a suspension or a proposed debarment';
    throw new InvalidRequest([{ pointer: '/notice', message }]);
  }
  return {
    ...{ action, exclusion: termsOf(exclusion), notice: noticeOf(notice) },
    effectiveTo: effectiveTo?.toISOString() ?? null,
  };
}

/** @throws {InvalidRequest} when nothing is to change */
function amendmentIn({ action, exclusion, terms = {}, effectiveTo }: ProposeExclusionAmendmentDto) {
  if (Object.keys(terms).length === 0 && effectiveTo === undefined) {
    throw new InvalidRequest([{ pointer: '/terms', message: 'must say what is to change' }]);
  }
  const end = effectiveTo === null ? null : effectiveTo?.toISOString();
  const named = { action, exclusion: exclusion.toLowerCase() };
  return { ...named, terms: changeOf(terms), effectiveTo: end };
}

function waiverIn(body: ProposeWaiverDto) {
  const { action, exclusion, agency, vendor, articles, effectiveTo } = body;
  return {
    ...{ action, exclusion: exclusion.toLowerCase(), agency: agencyCode(agency) },
    ...{ vendor: vendor?.toLowerCase() ?? null, articles: articlesOf(articles) },
    effectiveTo: effectiveTo.toISOString(),
  };
}
