import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../clock/clock';
import { Exclusions } from '../../exclusions/exclusions';
import type { Authority } from '../../history/domain/authority';
import type { Actor } from '../../history/domain/entry';
import { History } from '../../history/history';
import { Vendors } from '../../vendors/vendors';
import type { Finding } from '../domain/match-decision';
import { parsePair, vendorsOf, type GivenPair, type NamedPair } from './domain/pair';
import { recordFinding, type RecordedFinding } from './record-finding';

/** What one person finds of a pair, and why. */
export interface MatchCommand extends GivenPair {
  readonly finding: Finding;
  /** Position of the entry of the finding that it takes the place of. */
  readonly replaces: number | undefined;
  readonly reason: string;
  readonly authority: Authority | undefined;
}

/**
 * Records what one person finds of a pair: that both are the same, that they are not, or that what was found no longer
 * counts.
 *
 * One person may say what tightens, and whatever touches nobody who is barred. What would loosen a bar is proposed to a
 * second person as `decide-match`.
 */
@Injectable()
export class DecideMatch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {InvalidRequest} naming what is no pair
   * @throws {VendorNotFound} @throws {ExclusionNotFound} when there is no such record
   * @throws the refusals of `recordFinding`
   */
  execute(command: MatchCommand, actor: Actor): Promise<RecordedFinding> {
    const { finding, replaces, reason, authority } = command;
    const pair = parsePair(command);
    return this.dataSource.transaction(async (tx) => {
      await holdPair(tx, pair);
      const now = await new History(tx).present(this.clock.now());
      const found = { pair, finding, replaces, persons: 1 } as const;
      return recordFinding(tx, found, { actor, reason, authority }, now);
    });
  }
}

/** Holds the records of a pair until the transaction ends, in the one order: vendors, then the exclusion. */
async function holdPair(tx: EntityManager, pair: NamedPair): Promise<void> {
  await new Vendors(tx).lockAll(vendorsOf(pair));
  if (pair.objectExclusion !== null) await new Exclusions(tx).lock(pair.objectExclusion);
}
