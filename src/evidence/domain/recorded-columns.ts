import { readCheck, type RecordedCheck } from '../../checks/domain/check';

/** What the columns of a check's row repeat of its answer, so that checks can be looked for. */
export interface RecordedColumns {
  readonly id: string;
  readonly caller: string;
  readonly agency: string;
  readonly vendor: string | null;
  readonly list: string | null;
  readonly verdict: string;
  readonly position: number;
  /** Milliseconds since 1970, as a decimal number. */
  readonly at: string;
  readonly decidedAt: string;
  readonly reference: string | null;
  readonly forAgency: string;
  readonly hasItems: boolean;
  readonly candidates: readonly string[];
  readonly amount: string | null;
  readonly currency: string | null;
}

/**
 * The columns that contradict the answer, by name; empty where none does.
 *
 * @param answer canonical bytes; where they can't be read, `answer` alone is named
 */
export function contradictions(columns: RecordedColumns, answer: Buffer): string[] {
  let told: RecordedColumns;
  try {
    told = columnsOf(readCheck(answer));
  } catch {
    return ['answer'];
  }
  return (Object.keys(told) as (keyof RecordedColumns)[]).filter(
    (name) => JSON.stringify(columns[name]) !== JSON.stringify(told[name]),
  );
}

function columnsOf({
  askedBy,
  asked,
  vendor,
  candidates,
  ...check
}: RecordedCheck): RecordedColumns {
  const { id, verdict, position, at, decidedAt } = check;
  const { list, reference, agency: forAgency, items, amount } = asked.purchase;
  return {
    ...{ id, caller: askedBy.id, agency: askedBy.agency, vendor: vendor?.id ?? null, list },
    ...{
      verdict,
      position,
      at: millisecondsOf(at),
      decidedAt: millisecondsOf(decidedAt),
      reference,
      forAgency,
      hasItems: items.length > 0,
    },
    candidates: candidates.map((candidate) => candidate.id),
    // The database keeps the number, which has no zeros before it.
    amount: amount?.value.replace(/^0+(?=\d)/, '') ?? null,
    currency: amount?.currency ?? null,
  };
}

const millisecondsOf = (instant: string): string => String(Date.parse(instant));
