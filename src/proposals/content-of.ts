import { InvalidRequest } from '../problems/registry-error';
import type { ProposalContent } from './domain/proposal';
import { exclusionContentOf } from './exclusion-content-of';
import { matchContentOf } from './match-content-of';
import type { ProposeDto } from './proposal-body.pipe';
import type { ProposeListingDto } from './propose-listing.dto';
import type { ProposeAffiliationEndDto, ProposeMergeDto } from './propose-vendor.dto';
import { groundsOf, noticeOf, startOf } from './said-in-proposal';

/**
 * What a request proposes, in the form that its digest binds.
 *
 * @throws {InvalidRequest} naming each member that the action does not take, or that makes no sense
 */
export function contentOf(body: ProposeDto): ProposalContent {
  if ('list' in body) return listingContentOf(body);
  if ('duplicate' in body) return mergeContentOf(body);
  if ('finding' in body) return matchContentOf(body);
  return 'affiliation' in body ? affiliationContentOf(body) : exclusionContentOf(body);
}

/** Members that only some actions take. */
const MEMBERS_OF: Record<ProposeListingDto['action'], readonly (keyof ProposeListingDto)[]> = {
  list: ['contractNumber', 'categories', 'effectiveTo'],
  'amend-listing': ['listing', 'contractNumber', 'categories'],
  renew: ['listing', 'effectiveTo'],
  remove: ['listing', 'notice'],
  reinstate: ['listing', 'effectiveTo'],
};

const PARTICULAR = ['listing', 'contractNumber', 'categories', 'effectiveTo', 'notice'] as const;

function listingContentOf(body: ProposeListingDto): ProposalContent {
  const { action } = body;
  const strange = PARTICULAR.filter(
    (member) => body[member] !== undefined && !MEMBERS_OF[action].includes(member),
  );
  if (strange.length > 0) {
    throw new InvalidRequest(
      strange.map((member) => ({ pointer: `/${member}`, message: `does not go with ${action}` })),
    );
  }
  const { vendor, list, listing, contractNumber, categories } = body;
  const said = { vendor: vendor.toLowerCase(), list, ...groundsOf(body) };
  const times = timesOf(body);
  if (action === 'list') {
    const place = { contractNumber: contractNumber ?? null, categories: categories ?? [] };
    return { action, ...said, ...place, ...times };
  }
  const changed = { listing, contractNumber, categories, notice: noticeOf(body.notice) };
  return { action, ...said, ...changed, ...times };
}

const timesOf = ({ effectiveFrom, effectiveTo }: ProposeListingDto) => ({
  effectiveFrom: startOf(effectiveFrom),
  effectiveTo: effectiveTo === null ? null : effectiveTo?.toISOString(),
});

function mergeContentOf(body: ProposeMergeDto): ProposalContent {
  const { action, vendor, duplicate } = body;
  return {
    ...{ action, vendor: vendor.toLowerCase(), duplicate: duplicate.toLowerCase() },
    ...groundsOf(body),
  };
}

function affiliationContentOf(body: ProposeAffiliationEndDto): ProposalContent {
  const { action, affiliation, effectiveFrom } = body;
  return {
    ...{ action, affiliation: affiliation.toLowerCase(), effectiveFrom: startOf(effectiveFrom) },
    ...groundsOf(body),
  };
}
