import type { EntityManager } from 'typeorm';
import { Entries, type RecordedEntry } from '../../history/entries';
import type { EntryAnswer } from '../../history/history.dto';
import type { Finding } from '../domain/match-decision';
import type { FindingAnswer } from './match-decision-answer.dto';
import type { KnownFinding } from './match-decisions';

/** What was found by the entry at a position. */
interface Found {
  readonly finding: Finding;
  readonly entry: number;
}

/**
 * Findings with who recorded them and why, in order of their entries. Where one was taken back and nothing else found
 * by the same entry, that is a finding too.
 */
export async function findingsOf(
  tx: EntityManager,
  rows: readonly KnownFinding[],
): Promise<FindingAnswer[]> {
  const made = new Map<number, Found>(
    rows.map(({ finding, entry }) => [entry, { finding, entry }]),
  );
  const undone = rows.flatMap(({ until }) => (until === null || made.has(until) ? [] : [until]));
  for (const entry of undone) made.set(entry, { finding: 'undecided', entry });
  const entries = await new Entries(tx).at([...made.keys()]);
  return entries.flatMap((recorded) => {
    const found = made.get(recorded.position);
    return found ? [answerOf(found, recorded)] : [];
  });
}

function answerOf(found: Found, recorded: RecordedEntry): FindingAnswer {
  // What the canonical bytes hold is what EntryAnswer describes, as `sealEntry` makes it.
  const { recordedAt, actor, reason, authority, proposal } = recorded as unknown as EntryAnswer;
  return {
    ...{ ...found, persons: proposal ? 2 : 1, recordedAt, actor },
    ...{ reason: reason ?? null, authority: authority ?? null, proposal: proposal ?? null },
  };
}
