import type { ProposalContent } from '../../proposals/domain/proposal';

/**
 * The first instant at which a change holds; of an import the first at which all of it does. null where it holds always:
 * vendors that are one always were.
 *
 * @param now when it would be approved, from when on it holds where it says nothing else
 */
export function startOfChange(content: ProposalContent, now: Date): Date | null {
  if (content.action === 'import') {
    const starts = content.listings.map(({ effectiveFrom }) => instantOf(effectiveFrom, now));
    return starts.reduce((latest, start) => (start > latest ? start : latest), new Date(0));
  }
  return 'effectiveFrom' in content ? instantOf(content.effectiveFrom, now) : null;
}

const instantOf = (instant: string | null, now: Date): Date =>
  instant === null ? now : new Date(instant);
