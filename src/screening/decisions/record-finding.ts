import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Exclusions } from '../../exclusions/exclusions';
import type { EntryDraft } from '../../history/domain/entry';
import { History } from '../../history/history';
import { barsOnPair } from './bars-on-pair';
import { FindingTakesTwo } from './domain/errors';
import { loosens, requireNew, type NewFinding, type PresentFinding } from './domain/new-finding';
import { vendorsOf, type NamedPair } from './domain/pair';
import { lapsesOf, type PairRecords } from './domain/standing';
import { MatchDecisions, type NamedDecision } from './match-decisions';
import { recordsIn, recordsOf } from './pair-records';
import { requireApart } from './require-apart';
import { requireUncontradicted } from './require-uncontradicted';

/** What its entry says of a finding besides the pair. */
export type FindingDraft = Pick<
  EntryDraft,
  'actor' | 'authority' | 'reason' | 'corrects' | 'proposal'
>;

/** What was recorded: the id of what is found of the pair, and the position of the entry. */
export interface RecordedFinding {
  readonly decision: string;
  readonly entry: number;
}

/**
 * Records what is found of a pair, whose records the transaction must hold.
 *
 * @throws {NothingFound} @throws {FindingStands} as `requireNew` and `requireUncontradicted` do
 * @throws {FindingTakesTwo} when one person would loosen what bars either of the pair
 * @throws {VendorMerged} @throws {InvalidRequest} as `requireApart` does, unless a finding is taken back
 */
export async function recordFinding(
  tx: EntityManager,
  { pair, ...found }: NewFinding & { readonly pair: NamedPair },
  draft: FindingDraft,
  now: Date,
): Promise<RecordedFinding> {
  const { size } = await new History(tx).head();
  await requireFindable(tx, { ...found, pair }, size);
  const { records, present } = await presentOf(tx, pair, size);
  requireNew(found, present);
  await requireAllowed(tx, { ...found, pair, present }, now);
  const decisions = new MatchDecisions(tx);
  const id = (await decisions.idOf(pair)) ?? v7();
  const { subjectRevision, objectRevision } = records;
  const { finding, persons } = found;
  const after =
    finding === 'undecided'
      ? null
      : { ...pair, id, finding, persons, subjectRevision, objectRevision };
  const entry = await new History(tx).append(
    {
      ...{ ...draft, type: 'screening.decided', ...(await touchedBy(tx, pair)) },
      ...{ before: present ? saidOf(present.decision) : null, after: after && saidOf(after) },
    },
    now,
  );
  await decisions.replace(present?.decision, after && { ...after, entry }, entry);
  return { decision: id, entry };
}

/** Refuses what can't be found of a pair. Whatever was found can be taken back. */
async function requireFindable(
  tx: EntityManager,
  { pair, finding }: NewFinding & { readonly pair: NamedPair },
  size: number,
): Promise<void> {
  if (finding !== 'undecided') await requireApart(tx, pair);
  if (finding === 'not-same') await requireUncontradicted(tx, pair, size);
}

/** The records of a pair as they are, and what is found of it. */
async function presentOf(
  tx: EntityManager,
  pair: NamedPair,
  size: number,
): Promise<{
  records: PairRecords;
  present: (PresentFinding & { readonly decision: NamedDecision }) | undefined;
}> {
  const records = recordsIn(await recordsOf(tx, [pair], size), pair);
  const decision = await new MatchDecisions(tx).of(pair);
  const present = decision && { decision, stands: lapsesOf(decision, records).length === 0 };
  return { records, present };
}

/** @throws {FindingTakesTwo} */
async function requireAllowed(
  tx: EntityManager,
  found: NewFinding & {
    readonly pair: NamedPair;
    readonly present: PresentFinding | undefined;
  },
  now: Date,
): Promise<void> {
  if (found.persons === 2 || !loosens(found, found.present)) return;
  const bars = await barsOnPair(tx, found.pair, { now });
  if (bars.length > 0) throw new FindingTakesTwo(found.finding, bars);
}

/** What the entry touches: the vendors of the pair, its exclusion and whom that names. */
async function touchedBy(
  tx: EntityManager,
  pair: NamedPair,
): Promise<Pick<EntryDraft, 'vendors' | 'exclusion'>> {
  const { objectExclusion } = pair;
  if (objectExclusion === null) return { vendors: vendorsOf(pair) };
  const named = await new Exclusions(tx).vendorOf(objectExclusion);
  const vendors = new Set([...vendorsOf(pair), ...(named === null ? [] : [named])]);
  return { vendors: [...vendors], exclusion: objectExclusion };
}

/** What the history says of a finding, in members that are published and add-only. */
const saidOf = (decision: Omit<NamedDecision, 'entry'>): object => ({
  ...{ id: decision.id, finding: decision.finding, persons: decision.persons },
  ...{ vendor: decision.subjectVendor, name: decision.name },
  ...{ other: decision.objectVendor, exclusion: decision.objectExclusion },
  ...{ vendorRevision: decision.subjectRevision, otherRevision: decision.objectRevision },
});
