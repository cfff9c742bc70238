import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { History } from '../history/history';
import { encodeCursor } from '../http/cursor';
import { pageScope, pageStart } from '../http/page';
import { everyPageInTurn, streamRows, type StreamFormat } from '../http/row-stream';
import { InvalidRequest } from '../problems/registry-error';
import { Vendors } from '../vendors/vendors';
import { ConcernedChecks, type Decided, type FoundCheck } from './concerned-checks';
import { concernOf, type Exposed } from './concerns';
import type { Concern } from './domain/concern';
import { exposureOf } from './domain/exposure';
import {
  ExposedCheckAnswer,
  ExposedVendorAnswer,
  type ExposureAnswer,
} from './exposure-answer.dto';
import { COLUMNS, rowOf } from './exposure-rows';
import type { ExposureQuery } from './exposure.dto';

const STREAM_PAGE = 500;

/** How long the database may count: of some vendors there are millions of checks. */
const COUNTING_MS = 60_000;

/** Who asked about a vendor, an exclusion or an article, and who was told "eligible". */
@Injectable()
export class ReadExposure {
  /** Most checks that are looked through for articles in one answer: the newest. */
  protected readonly most: number = 20_000;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Counts, and checks newest first.
   *
   * @throws {VendorNotFound} @throws {ExclusionNotFound} when there is no such thing
   */
  page(exposed: Exposed, query: ExposureQuery): Promise<ExposureAnswer> {
    const decided = decidedIn(query);
    const scope = pageScope(`exposure of ${JSON.stringify(exposed)}`, query);
    const start = pageStart(scope, query, validate);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${COUNTING_MS}`);
      const { size: position } = await new History(tx).head();
      const concern = await concernOf(tx, exposed, position);
      const { limit } = query;
      const checks = new ConcernedChecks(tx, concern, decided);
      const { checks: found, lookedTo } = await checks.find({ start, limit, most: this.most });
      return {
        ...{ position, ...decided, vendors: await vendorsIn(tx, concern, position) },
        ...(await counted(tx, concern, decided, this.most)),
        items: await answersOf(checks, found),
        next: lookedTo === null ? null : encodeCursor(scope, lookedTo),
      };
    });
  }

  /** All checks, newest first. @throws as `page` does */
  async stream(
    exposed: Exposed,
    query: ExposureQuery,
    format: StreamFormat,
  ): Promise<StreamableFile> {
    const tx = this.dataSource.manager;
    const { size } = await new History(tx).head();
    const concern = await concernOf(tx, exposed, size);
    const checks = new ConcernedChecks(tx, concern, decidedIn(query));
    const read = async (start: string | null): Promise<ExposedCheckAnswer[]> => {
      const all = { start, limit: STREAM_PAGE, most: Infinity };
      return answersOf(checks, (await checks.find(all)).checks);
    };
    // Read before the answer begins, so that a database that is away is told as such.
    const first = await read(null);
    const all = everyPageInTurn<ExposedCheckAnswer>(async (last) => (last ? read(last.id) : first));
    return streamRows(all, format, 'exposure', { columns: COLUMNS, rowOf });
  }
}

/** @throws {InvalidRequest} when the time asked for would end before it begins */
function decidedIn({ since, until }: ExposureQuery): Decided {
  if (since && until && until <= since) {
    throw new InvalidRequest([{ pointer: '/until', message: 'must be later than since' }]);
  }
  return { since: since ?? null, until: until ?? null };
}

/** Counts the checks about the vendors, and those about what is covered, as far as these are looked through. */
async function counted(
  tx: EntityManager,
  concern: Concern,
  decided: Decided,
  most: number,
): Promise<Pick<ExposureAnswer, 'incomplete' | 'total' | 'agencies' | 'clients'>> {
  const { covers } = concern;
  const ofArticles = new ConcernedChecks(tx, { vendors: new Map(), covers }, decided);
  const newest = { start: null, limit: most, most };
  const found =
    covers.length === 0 ? { checks: [], lookedTo: null } : await ofArticles.find(newest);
  const others = found.checks.map(({ id }) => id);
  const checks = new ConcernedChecks(tx, concern, decided);
  const exposure = exposureOf(await checks.count(others), await checks.sum(others));
  return { incomplete: found.lookedTo !== null, ...exposure };
}

async function vendorsIn(
  tx: EntityManager,
  { vendors }: Concern,
  size: number,
): Promise<ExposedVendorAnswer[]> {
  const known = await new Vendors(tx).findAll([...vendors.keys()], size);
  return known.map((vendor) =>
    ExposedVendorAnswer.of(vendor, vendors.get(vendor.id) ?? 'affiliate'),
  );
}

async function answersOf(
  checks: ConcernedChecks,
  found: readonly FoundCheck[],
): Promise<ExposedCheckAnswer[]> {
  const matches = new Map(found.map((check) => [check.id, check.matches]));
  const answered = await checks.answered([...matches.keys()]);
  return answered.map((check) => ExposedCheckAnswer.of(check, matches.get(check.id) ?? []));
}
