import type { EntityManager } from 'typeorm';
import { parsePair } from '../screening/decisions/domain/pair';
import { recordFinding } from '../screening/decisions/record-finding';
import type { Carrying } from './carrying';
import type { ScreeningContent } from './domain/proposal';

/**
 * Records what two persons find of a pair, and gives the position of its entry. @see applyContent
 *
 * @throws the refusals of `recordFinding`, but for those that ask for a second person
 */
export async function applyMatchContent(
  tx: EntityManager,
  content: ScreeningContent,
  { actor, proposal, now }: Carrying,
): Promise<number[]> {
  const { finding, authority, reason, corrects } = content;
  const found = { pair: parsePair(content), finding, persons: 2 } as const;
  const draft = { actor, proposal, authority, reason, corrects };
  const { entry } = await recordFinding(tx, found, draft, now);
  return [entry];
}
