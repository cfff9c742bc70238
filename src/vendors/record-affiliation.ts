import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Clock } from '../clock/clock';
import { InvalidPeriod } from '../clock/domain/errors';
import type { Period } from '../clock/domain/period';
import type { Authority } from '../history/domain/authority';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { Affiliations } from './affiliations';
import {
  bondOf,
  requireNew,
  saidOfAffiliation,
  type Affiliation,
  type Relation,
} from './domain/affiliation';
import { VendorNotFound } from './domain/errors';
import type { Vendor } from './domain/vendor';
import { requireUnmerged } from './vendor-merges';
import { Vendors } from './vendors';

/** What is to be said of two vendors. */
export interface AffiliationCommand {
  /** What the other vendor is to this one. */
  readonly relation: Relation;
  /** Id of the other vendor. */
  readonly other: string;
  /** null: it always was; undefined: from now on. */
  readonly effectiveFrom: Date | null | undefined;
  /** null: until it is ended. */
  readonly effectiveTo: Date | null;
  readonly authority: Authority;
  readonly reason: string;
  /** Position of the entry that it corrects. */
  readonly corrects: number | undefined;
}

/**
 * Records that two vendors belong together.
 *
 * One person may do that: an affiliation can only bring a vendor under exclusions of others, and so only tighten. To
 * end one loosens, and is proposed to a second person as `end-affiliation`.
 */
@Injectable()
export class RecordAffiliation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {InvalidRequest} when the other vendor is the same
   * @throws {VendorNotFound} when there is none of the two
   * @throws {VendorMerged} when one of them is known as another
   * @throws {InvalidPeriod} when it would hold no instant
   * @throws {AffiliationExists} when the same is said of them already, in some of that time
   * @throws {CorrectionMisplaced} when the entry that it corrects is about neither
   */
  execute(
    vendor: string,
    command: AffiliationCommand,
    actor: Actor,
  ): Promise<{ affiliation: Affiliation; other: Vendor; position: number }> {
    const { authority, reason, corrects } = command;
    return this.dataSource.transaction(async (tx) => {
      const [affiliations, history] = [new Affiliations(tx), new History(tx)];
      const other = await holdBoth(tx, vendor, command.other);
      const vendors = [vendor, other.id];
      await history.requireCorrectable(corrects, { vendors });
      const now = await history.present(this.clock.now());
      const bond = bondOf(vendor, command.relation, other.id);
      const said = { id: v7(), ...bond, effective: periodOf(command, now) };
      requireNew(said, await affiliations.of(vendor));
      const drafted = { type: 'affiliation.recorded' as const, actor, authority, reason, corrects };
      const told = { vendors, before: null, after: saidOfAffiliation(said) };
      const entry = await history.append({ ...drafted, ...told }, now);
      const affiliation = { ...said, entry };
      await affiliations.replace(null, affiliation, entry);
      return { affiliation, other, position: entry + 1 };
    });
  }
}

/** Holds two vendors until the transaction ends, and gives the other. */
async function holdBoth(tx: EntityManager, vendor: string, other: string): Promise<Vendor> {
  if (other === vendor) {
    throw new InvalidRequest([{ pointer: '/vendor', message: 'must be another vendor' }]);
  }
  const vendors = new Vendors(tx);
  await vendors.lockAll([vendor, other]);
  await requireUnmerged(tx, [vendor, other]);
  const held = await vendors.find(other);
  if (!held) throw new VendorNotFound(other);
  return held;
}

/** @throws {InvalidPeriod} */
function periodOf({ effectiveFrom, effectiveTo }: AffiliationCommand, now: Date): Period {
  const from = effectiveFrom === undefined ? now : effectiveFrom;
  if (from !== null && effectiveTo !== null && effectiveTo <= from) {
    throw new InvalidPeriod(from, effectiveTo);
  }
  return { from, to: effectiveTo };
}
