import type { EntityManager } from 'typeorm';
import { Affiliations } from '../vendors/affiliations';
import { Exclusions } from '../exclusions/exclusions';
import type { Waiver } from '../exclusions/domain/exclusion';
import { Waivers } from '../exclusions/waivers';
import type { ListContent, ExclusionContent, ProposalContent } from './domain/proposal';
import { isExclusionContent, isListContent, isScreeningContent } from './domain/proposal';

/** What a change is about, and so what its transaction holds and what makes it stale. */
export interface Subject {
  /** Code of the list that is to change. */
  readonly list: string | null;
  /** Id of the exclusion that is to change; null for a new one too. */
  readonly exclusion: string | null;
  /** Vendors that stand in the registry and that it touches. */
  readonly vendors: readonly string[];
}

/** Rows of an import that its entry tells one by one; the digest binds all the others. */
export const MAX_TOLD_ROWS = 50;

/** What a proposal is about, as it was when it was made. */
export const subjectIn = ({ list, exclusion, vendors }: Subject): Subject => ({
  list,
  exclusion,
  vendors,
});

/** What an entry about a proposal says of its subject; of an import that is too long for one entry no vendors. */
export const toldSubject = ({ list, exclusion, vendors }: Subject) => ({
  list: list ?? undefined,
  exclusion: exclusion ?? undefined,
  vendors: vendors.length > MAX_TOLD_ROWS ? [] : vendors,
});

/**
 * What a change names.
 *
 * @throws {ExclusionNotFound} @throws {WaiverNotFound} @throws {AffiliationNotFound} when there is no such thing to change
 */
export async function namedIn(tx: EntityManager, content: ProposalContent): Promise<Subject> {
  if (isListContent(content)) {
    return { list: content.list, exclusion: null, vendors: vendorsListed(content) };
  }
  if (isExclusionContent(content)) return { list: null, ...(await excludedBy(tx, content)) };
  if (isScreeningContent(content)) {
    const { vendor, other, exclusion } = content;
    return { list: null, exclusion, vendors: [...some(vendor), ...some(other)] };
  }
  const alone = { list: null, exclusion: null };
  if (content.action !== 'end-affiliation') {
    return { ...alone, vendors: [content.vendor, content.duplicate] };
  }
  const { vendor, other } = await new Affiliations(tx).read(content.affiliation);
  return { ...alone, vendors: [vendor, other] };
}

/** Vendors on whom a change begins something; who was merged into another is no longer one of them. */
export function vendorsBegunWith(content: ProposalContent): string[] {
  if (content.action === 'exclude') return some(content.exclusion.vendor);
  return content.action === 'list' || content.action === 'import' ? vendorsListed(content) : [];
}

function vendorsListed(content: ListContent): string[] {
  if (content.action !== 'import') return [content.vendor];
  const known = content.listings.map(({ vendor }) => vendor).filter((id) => typeof id === 'string');
  return [...new Set(known)];
}

async function excludedBy(
  tx: EntityManager,
  content: ExclusionContent,
): Promise<Pick<Subject, 'exclusion' | 'vendors'>> {
  if (content.action === 'exclude') {
    return { exclusion: null, vendors: some(content.exclusion.vendor) };
  }
  const { exclusion, vendor: waived } = await exclusionChanged(tx, content);
  const named = await new Exclusions(tx).vendorOf(exclusion);
  return { exclusion, vendors: [...new Set([...some(named), ...some(waived)])] };
}

/** The exclusion that changes, and the only vendor that its waiver is for. */
async function exclusionChanged(
  tx: EntityManager,
  content: Exclude<ExclusionContent, { action: 'exclude' }>,
): Promise<Pick<Waiver, 'exclusion' | 'vendor'>> {
  switch (content.action) {
    case 'revoke-waiver':
      return new Waivers(tx).read(content.waiver);
    case 'waive':
      return content;
    case 'amend-exclusion':
    case 'end-exclusion':
      return { exclusion: content.exclusion, vendor: null };
  }
}

const some = (id: string | null): string[] => (id === null ? [] : [id]);
