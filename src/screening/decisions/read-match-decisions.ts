import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../../clock/clock';
import { asKnown } from '../../history/as-known';
import { pageOf, pageScope, pageStart } from '../../http/page';
import { VendorMerges } from '../../vendors/vendor-merges';
import { MatchDecisionNotFound } from './domain/errors';
import { lapsesOf } from './domain/standing';
import { findingsOf } from './found-of-pair';
import type {
  MatchDecisionAnswer,
  MatchDecisionPage,
  PairedVendorAnswer,
  WholeMatchDecisionAnswer,
} from './match-decision-answer.dto';
import { MatchDecisions, type DecisionFilter, type NamedDecision } from './match-decisions';
import type { MatchDecisionsQuery } from './match-decisions.dto';
import { recordsIn, recordsOf, type KnownRecords } from './pair-records';

/** Most decisions that are read in one go to find those that count, or don't. */
const BATCH = 200;

/** A decision, and which records of its pair have changed since. */
interface Looked extends Pick<MatchDecisionAnswer, 'standing' | 'lapses'> {
  readonly decision: NamedDecision;
  readonly records: KnownRecords;
}

/** What persons found of pairs, as known now or then. */
@Injectable()
export class ReadMatchDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {MatchDecisionNotFound} when nothing was found of a pair under that id by then */
  one(id: string, knownAt?: number | Date): Promise<WholeMatchDecisionAnswer> {
    const asked = knownAt === undefined ? {} : { knownAt };
    return asKnown(this.dataSource, this.clock, asked, async (tx, position) => {
      const rows = await new MatchDecisions(tx).findings(id, position);
      const last = rows.at(-1);
      if (!last) throw new MatchDecisionNotFound(id);
      const [looked] = await lookedAt(tx, [last], position);
      const findings = await findingsOf(tx, rows);
      const latest = findings.at(-1);
      if (!looked || !latest) throw new MatchDecisionNotFound(id);
      const isOpen = last.until === null;
      const told = isOpen ? looked : { ...looked, standing: false, lapses: [] };
      return { ...pairIn(told), ...latest, findings, position };
    });
  }

  /** The pair that was first decided on last comes first. Those of which everything was taken back are not there. */
  page(query: MatchDecisionsQuery): Promise<MatchDecisionPage> {
    const scope = pageScope('match-decisions', query);
    const start = pageStart(scope, query, validate);
    const { vendor, exclusion = null, finding = null, standing } = query;
    return asKnown(this.dataSource, this.clock, query, async (tx, position) => {
      const vendors =
        vendor === undefined ? null : await new VendorMerges(tx).allRecords([vendor], position);
      const asked = { vendors, exclusion, finding, standing };
      const found = await foundFrom(tx, asked, { position, start, limit: query.limit + 1 });
      const { items, next } = pageOf(found, query, scope, ({ decision }) => decision.id);
      return { items: await answersOf(tx, items), next, position };
    });
  }
}

/** Up to `limit` decisions from before the id `start` on, of those that count, or don't, where that is asked for. */
async function foundFrom(
  tx: EntityManager,
  { standing, ...filter }: DecisionFilter & { readonly standing: boolean | undefined },
  page: { readonly position: number; readonly start: string | null; readonly limit: number },
): Promise<Looked[]> {
  const found: Looked[] = [];
  const batch = standing === undefined ? page.limit : BATCH;
  for (let start = page.start; ;) {
    const rows = await new MatchDecisions(tx).page(filter, page.position, { start, limit: batch });
    const looked = await lookedAt(tx, rows, page.position);
    found.push(...looked.filter((one) => standing === undefined || one.standing === standing));
    start = rows.at(-1)?.id ?? null;
    if (rows.length < batch || found.length >= page.limit) break;
  }
  return found.slice(0, page.limit);
}

async function lookedAt(
  tx: EntityManager,
  decisions: readonly NamedDecision[],
  size: number,
): Promise<Looked[]> {
  const records = await recordsOf(tx, decisions, size);
  return decisions.map((decision) => {
    const lapses = lapsesOf(decision, recordsIn(records, decision));
    return { decision, records, standing: lapses.length === 0, lapses };
  });
}

async function answersOf(
  tx: EntityManager,
  looked: readonly Looked[],
): Promise<MatchDecisionAnswer[]> {
  const findings = await findingsOf(
    tx,
    looked.map(({ decision }) => ({ ...decision, until: null })),
  );
  const byEntry = new Map(findings.map((finding) => [finding.entry, finding]));
  return looked.flatMap((one) => {
    const finding = byEntry.get(one.decision.entry);
    return finding ? [{ ...pairIn(one), ...finding }] : [];
  });
}

function pairIn({ decision, records, standing, lapses }: Looked) {
  const { id, name, subjectVendor, objectVendor, objectExclusion: exclusion } = decision;
  const [vendor, other] = [vendorIn(records, subjectVendor), vendorIn(records, objectVendor)];
  return { id, vendor, name, other, exclusion, standing, lapses };
}

function vendorIn(
  { vendors, survivors }: KnownRecords,
  id: string | null,
): PairedVendorAnswer | null {
  if (id === null) return null;
  return { id, name: vendors.get(id)?.name ?? '', knownAs: survivors.get(id) ?? id };
}
