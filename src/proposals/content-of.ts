import { InvalidRequest } from '../problems/registry-error';
import type { Notice, ProposalContent } from './domain/proposal';
import type { NoticeDto, ProposeDto } from './proposals.dto';

/** Members that only some actions take. */
const MEMBERS_OF: Record<ProposeDto['action'], readonly (keyof ProposeDto)[]> = {
  list: ['contractNumber', 'categories', 'effectiveTo'],
  'amend-listing': ['listing', 'contractNumber', 'categories'],
  renew: ['listing', 'effectiveTo'],
  remove: ['listing', 'notice'],
  reinstate: ['listing', 'effectiveTo'],
};

const PARTICULAR = ['listing', 'contractNumber', 'categories', 'effectiveTo', 'notice'] as const;

/**
 * What a request proposes, in the form that its digest binds.
 *
 * @throws {InvalidRequest} naming each member that the action does not take
 */
export function contentOf(body: ProposeDto): ProposalContent {
  const { action } = body;
  const strange = PARTICULAR.filter(
    (member) => body[member] !== undefined && !MEMBERS_OF[action].includes(member),
  );
  if (strange.length > 0) {
    throw new InvalidRequest(
      strange.map((member) => ({ pointer: `/${member}`, message: `does not go with ${action}` })),
    );
  }
  const { vendor, list, listing, contractNumber, categories, authority, reason } = body;
  const said = { vendor: vendor.toLowerCase(), list, authority: { ...authority }, reason };
  const times = timesOf(body);
  if (action === 'list') {
    const place = { contractNumber: contractNumber ?? null, categories: categories ?? [] };
    return { action, ...said, ...place, ...times };
  }
  const changed = { listing, contractNumber, categories, notice: noticeOf(body.notice) };
  return { action, ...said, ...changed, ...times };
}

const timesOf = ({ effectiveFrom, effectiveTo }: ProposeDto) => ({
  effectiveFrom: effectiveFrom?.toISOString() ?? null,
  effectiveTo: effectiveTo === null ? null : effectiveTo?.toISOString(),
});

/** A notice with its times as text. */
export function noticeOf(notice: NoticeDto | undefined): Notice | undefined {
  return (
    notice && {
      sentAt: notice.sentAt.toISOString(),
      method: notice.method,
      answerDue: notice.answerDue?.toISOString(),
    }
  );
}
