import type { EntityManager } from 'typeorm';
import { warningsOf } from '../exclusions/domain/warnings';
import { Exclusions } from '../exclusions/exclusions';
import { History } from '../history/history';
import type { Violation } from '../problems/registry-error';
import { applyContent, type Held } from './apply-content';
import type { Carrying } from './carrying';
import type { Impact } from './domain/impact';
import type { Proposal, ProposalContent } from './domain/proposal';
import type { Foresight } from './foresight';
import type { Subject } from './subject';

/** What a change would have changed, and what is unusual about it. */
export type Tried = { readonly impact: Impact } & Pick<Proposal, 'warnings'>;

/**
 * Carries a change out and undoes it, so that what can't be approved is refused when it is proposed, and what it would
 * have changed is known before anybody approves.
 *
 * The transaction must hold the subject. Nothing is left of it, and no lock that it took.
 *
 * @throws the refusals of `applyContent`
 */
export async function tryOut(
  tx: EntityManager,
  foresight: Foresight,
  content: ProposalContent,
  carrying: Carrying & Held & { readonly subject: Subject },
): Promise<Tried> {
  const { subject, now } = carrying;
  const { size: before } = await new History(tx).head();
  await tx.query('SAVEPOINT try_out');
  await applyContent(tx, content, carrying);
  const { size: after } = await new History(tx).head();
  const foreseen = await foresight.look(tx, { content, subject, before, after, now });
  const warnings = await warningsAbout(tx, content, now);
  await tx.query('ROLLBACK TO SAVEPOINT try_out');
  return { impact: await foreseen(), warnings };
}

/** What is unusual about an exclusion as the change, which has been tried, makes it. */
async function warningsAbout(
  tx: EntityManager,
  content: ProposalContent,
  now: Date,
): Promise<Violation[]> {
  if (content.action === 'exclude') {
    const from = content.effectiveFrom === null ? now : new Date(content.effectiveFrom);
    const to = content.effectiveTo === null ? null : new Date(content.effectiveTo);
    return warningsOf(content.exclusion, { from, to });
  }
  if (content.action !== 'amend-exclusion') return [];
  const timeline = await new Exclusions(tx).timeline(content.exclusion);
  const [first, last] = [timeline[0], timeline.at(-1)];
  if (!first || !last) return [];
  return warningsOf(last, { from: first.effective.from, to: last.effective.to });
}
