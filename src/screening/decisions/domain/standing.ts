import type { MatchDecision } from '../../domain/match-decision';

/** What makes a finding count no more: a record of the pair that changed, or that both turned out to be one vendor. */
export const LAPSES = ['vendor', 'other', 'exclusion', 'merge'] as const;

export type Lapse = (typeof LAPSES)[number];

/** The records of a pair as they are. */
export interface PairRecords {
  /** The revision of the vendor; null where the subject is a name. */
  readonly subjectRevision: number | null;
  /** The revision of the other vendor, or the latest entry of the exclusion. */
  readonly objectRevision: number;
  /** Whether both vendors are records of one. */
  readonly areOne: boolean;
}

/** Why a finding does not count; none: it stands. */
export function lapsesOf(decision: MatchDecision, records: PairRecords): Lapse[] {
  const object = decision.objectVendor === null ? 'exclusion' : 'other';
  return [
    ...(decision.subjectRevision === records.subjectRevision ? [] : (['vendor'] as const)),
    ...(decision.objectRevision === records.objectRevision ? [] : ([object] as const)),
    ...(records.areOne ? (['merge'] as const) : []),
  ];
}
