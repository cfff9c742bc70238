import { DataSource, type EntityManager } from 'typeorm';
import type { Clock } from '../../clock/clock';
import { AuditBatches } from './audit-batches';
import { AuditRows } from './audit-rows';
import { AuditSeals } from './audit-seals';
import type { AuditedPeriod } from './audited-period';
import { AuditTally, type Finding } from './finding';

/** How long a batch may wait for its seal. */
const SEALED_WITHIN_MS = 5 * 60_000;

/**
 * Looks at every recorded check: at each row, its place in its batch, each batch's place in its seal, and each seal's
 * entry in the history. Reads one moment of the database, a few rows at a time, and changes nothing.
 */
export class AuditChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param hear is told of each finding as it is found */
  execute(period: AuditedPeriod, hear: (finding: Finding) => void): Promise<AuditTally> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      const tally = new AuditTally(hear);
      await this.audit(tx, period, tally);
      return tally;
    });
  }

  private async audit(tx: EntityManager, period: AuditedPeriod, tally: AuditTally): Promise<void> {
    const overdueBefore = new Date(this.clock.now().getTime() - SEALED_WITHIN_MS);
    await new AuditSeals(tx, period, tally).execute();
    await new AuditBatches(tx, period, tally).execute(overdueBefore);
    await new AuditRows(tx, period, tally).execute();
  }
}
