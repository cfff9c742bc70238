/** What the audit finds at fault. Published and add-only. */
export const FAULTS = {
  columns: 'the row of the check contradicts its answer',
  claims: 'the answer of the check can not be read',
  leaf: 'request or answer of the check are not those that its batch has at its place',
  position: 'the check was decided at another position than its batch',
  'batch-missing': 'the batch is gone',
  'batch-root': 'the leaves of the batch are not those of its root',
  'batch-checks': 'the batch has more or fewer checks than leaves',
  'batch-unsealed': 'the batch is in no seal, and does not wait for one',
  'batch-sealed-twice': 'the batch is in a seal, and waits for another',
  unbatched: 'the check is in no batch, though it is younger than batches are',
  'seal-missing': 'the history tells of a seal that is gone',
  'seal-number': 'seals before it are gone',
  'seal-root': 'the batches of the seal are not those of its root',
  'seal-count': 'the seal has more or fewer batches or checks than it says',
  'entry-missing': 'the history entry of the seal is gone',
  'entry-leaf': 'the history entry of the seal is not that of its leaf hash',
  'entry-says': 'the history entry says otherwise of the seal',
  chain: 'the seal does not follow from the entry of the one before',
} as const;

export type Fault = keyof typeof FAULTS;

/** Something that is not as it was recorded. */
export interface Finding {
  readonly fault: Fault;
  /** What it is about: `check`, `batch` or `seal`, and its id or number. */
  readonly about: string;
}

/** How much was looked at, and what was found. */
export class AuditTally {
  checks = 0;
  /** Checks that are older than batches: nothing but their rows speaks for them. */
  unbatched = 0;
  batches = 0;
  seals = 0;
  /** Batches that wait for their seal, and how many of them for longer than they should. */
  waiting = 0;
  overdue = 0;
  findings = 0;

  constructor(private readonly hear: (finding: Finding) => void) {}

  find(fault: Fault, about: string): void {
    this.findings += 1;
    this.hear({ fault, about });
  }
}
