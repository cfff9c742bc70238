import type { EntityManager } from 'typeorm';
import { leafHashOf } from '../../history/domain/entry';
import { rootOf } from '../../history/domain/merkle';
import { BATCH_COLUMNS } from '../check-seals';
import { batchLeaf, isOfItsLeaves, type SealedBatch } from '../domain/sealed-batch';
import { digestOfEntry, sealToldBy } from '../domain/seal-statement';
import type { AuditedPeriod } from './audited-period';
import type { AuditTally } from './finding';
import { readRows } from './read-rows';

type SealRow = {
  readonly number: number;
  readonly batches: number;
  readonly checks: number;
  readonly root: string;
} & Entry;

type Entry =
  | { readonly position: number; readonly canonical: Buffer; readonly leafHash: Buffer }
  | { readonly position: null; readonly canonical: null };

/** What the row of a seal and its entry both say. */
const SAID = ['number', 'batches', 'checks', 'root'] as const;

/** Seals of any batch of the period, each with its entry, and the one before the first. */
const SEALS = `
  SELECT s.number, s.batches, s.checks, encode(s.root, 'hex') AS root,
    e.position, e.canonical, e.leaf_hash AS "leafHash"
  FROM check_seal s LEFT JOIN history_entry e ON e.position = s.revision
  WHERE ($1::timestamptz IS NULL OR s.number >=
          (SELECT min(seal) FROM check_seal_batch WHERE batch_id >= first_check_id($1)) - 1)
    AND ($2::timestamptz IS NULL OR s.number <=
          (SELECT max(seal) FROM check_seal_batch WHERE batch_id < first_check_id($2)))
  ORDER BY s.number`;

const BATCHES = `
  SELECT m.batch_id AS "batchId", m.leaf, b.leaves, ${BATCH_COLUMNS}
  FROM check_seal_batch m LEFT JOIN check_batch b ON b.id = m.batch_id
  WHERE m.seal = $1 ORDER BY m.leaf`;

/** Entries that tell of a seal which does not name them. */
const ORPHANS = `
  SELECT e.position FROM history_entry e
  WHERE e.type = 'checks.sealed' AND NOT EXISTS (SELECT FROM check_seal s WHERE s.revision = e.position)
  ORDER BY e.position`;

type BatchRow = { readonly batchId: string; readonly leaf: number } & (
  ({ readonly leaves: Buffer } & SealedBatch) | { readonly leaves: null; readonly id: null }
);

/** Looks at seals: their batches, their entries, and their order. */
export class AuditSeals {
  constructor(
    private readonly tx: EntityManager,
    private readonly period: AuditedPeriod,
    private readonly tally: AuditTally,
  ) {}

  async execute(): Promise<void> {
    const { from, to } = this.period;
    let before: SealRow | undefined;
    for await (const seal of readRows<SealRow>(this.tx, SEALS, [from, to], 100)) {
      this.tally.seals += 1;
      // Where the period has a beginning, what is before the first of its seals is not looked at.
      if (before || from === null) this.auditOrder(seal, before);
      this.auditEntry(seal);
      await this.auditBatches(seal);
      before = seal;
    }
    for await (const { position } of readRows<{ position: number }>(this.tx, ORPHANS, [], 100)) {
      this.tally.find('seal-missing', `entry ${position}`);
    }
  }

  private auditOrder({ number, canonical }: SealRow, before: SealRow | undefined): void {
    if (number !== (before ? before.number + 1 : 0))
      this.tally.find('seal-number', `seal ${number}`);
    if (canonical && !isChained(canonical, before)) this.tally.find('chain', `seal ${number}`);
  }

  private auditEntry(seal: SealRow): void {
    const about = `seal ${seal.number}`;
    if (seal.canonical === null) {
      this.tally.find('entry-missing', about);
      return;
    }
    const { position, canonical, leafHash } = seal;
    if (!leafHashOf(canonical).equals(leafHash)) this.tally.find('entry-leaf', about);
    const told = sealToldBy(canonical);
    const isTold = told?.position === position && SAID.every((name) => told[name] === seal[name]);
    if (!isTold) this.tally.find('entry-says', about);
  }

  private async auditBatches({ number, root, ...counts }: SealRow): Promise<void> {
    const leaves: Buffer[] = [];
    let checks = 0;
    for await (const row of readRows<BatchRow>(this.tx, BATCHES, [number], 100)) {
      if (row.id === null) {
        this.tally.find('batch-missing', `batch ${row.batchId}`);
        continue;
      }
      this.tally.batches += 1;
      if (!isOfItsLeaves(row)) this.tally.find('batch-root', `batch ${row.id}`);
      checks += row.size;
      leaves.push(batchLeaf(row));
    }
    const about = `seal ${number}`;
    const isCounted = leaves.length === counts.batches && checks === counts.checks;
    if (!isCounted) this.tally.find('seal-count', about);
    const isRoot = leaves.length > 0 && rootOf(leaves).toString('hex') === root;
    if (!isRoot) this.tally.find('seal-root', about);
  }
}

/** Whether an entry names that of the seal before, as far as there is one; the first seal's names none. */
function isChained(canonical: Buffer, before: SealRow | undefined): boolean {
  const named = sealToldBy(canonical)?.previous;
  if (before === undefined) return named === null;
  return before.canonical === null || named === digestOfEntry(before.canonical);
}
