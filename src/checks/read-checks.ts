import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import type { Caller } from '../access/caller';
import { pageOf, pageScope, pageStart } from '../http/page';
import { everyPageInTurn, streamRows, type CsvRow, type StreamFormat } from '../http/row-stream';
import { InvalidRequest } from '../problems/registry-error';
import type { CheckPage, KeptCheckAnswer } from './check-answer.dto';
import type { ChecksQuery } from './checks.dto';
import type { RecordedCheck } from './domain/check';
import { CheckNotFound } from './domain/errors';
import { PurchaseChecks, type CheckFilter } from './purchase-checks';
import { readableBy } from './readable-by';
import { CheckRecords, tellAgain } from './receipts/check-records';
import { ReceiptIssuer, type AskedForm } from './receipts/receipt-issuer';

const STREAM_PAGE = 500;

/** Recorded checks, to be read: by an auditor all, by a buyer those that callers of its own agency made. */
@Injectable()
export class ReadChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly receipts: ReceiptIssuer,
  ) {}

  /**
   * The answer as it was given, with its receipt.
   *
   * @param form of the receipt; undefined: what the settings say
   * @throws {CheckNotFound} also where it was given to another agency
   */
  async one(id: string, caller: Caller, form?: AskedForm): Promise<KeptCheckAnswer> {
    const record = await new CheckRecords(this.dataSource.manager).find(id, readableBy(caller));
    if (!record) throw new CheckNotFound(id);
    const told = tellAgain(record);
    const receipt = told ? this.receipts.issueAgain(told, form) : null;
    return { ...record.check, receipt };
  }

  /** Newest first. */
  async page(query: ChecksQuery, caller: Caller): Promise<CheckPage> {
    const filter = filterOf(query, caller);
    const scope = pageScope('checks', query);
    const start = pageStart(scope, query, validate);
    const rows = await this.checks.page(filter, start, query.limit + 1);
    const { items, next } = pageOf(rows, query, scope, ({ id }) => id);
    return { items: [...items], next };
  }

  /** All of them, newest first. */
  async stream(query: ChecksQuery, caller: Caller, format: StreamFormat): Promise<StreamableFile> {
    const filter = filterOf(query, caller);
    // Read before the answer begins, so that a database that is away is told as such.
    const first = await this.checks.page(filter, null, STREAM_PAGE);
    const all = everyPageInTurn<RecordedCheck>(async (last) =>
      last === undefined ? first : this.checks.page(filter, last.id, STREAM_PAGE),
    );
    return streamRows(all, format, 'checks', { columns: COLUMNS, rowOf });
  }

  private get checks(): PurchaseChecks {
    return new PurchaseChecks(this.dataSource.manager);
  }
}

/** @throws {InvalidRequest} when the time asked for would end before it begins */
function filterOf(query: ChecksQuery, caller: Caller): CheckFilter {
  const { from, to } = query;
  if (from && to && to <= from) {
    throw new InvalidRequest([{ pointer: '/to', message: 'must be later than from' }]);
  }
  return { ...query, readableBy: readableBy(caller) };
}

const COLUMNS = [
  ...['id', 'decidedAt', 'at', 'validUntil', 'position', 'verdict', 'reasons', 'messages'],
  ...['citations', 'vendor', 'vendorName', 'matchedBy', 'candidates'],
  ...['channel', 'list', 'category', 'forAgency', 'stage', 'reference', 'amount', 'currency'],
  ...['agency', 'client'],
];

function rowOf(check: RecordedCheck): CsvRow {
  const { id, decidedAt, at, validUntil, position, verdict, vendor, askedBy } = check;
  const { channel, list, category, agency: forAgency, stage, reference } = check.asked.purchase;
  return {
    ...{ id, decidedAt, at, validUntil, position, verdict },
    ...reasonsOf(check),
    ...{ vendor: vendor?.id, vendorName: vendor?.name, matchedBy: vendor?.matchedBy },
    candidates: check.candidates.map((candidate) => candidate.id).join(' '),
    ...{ channel, list, category, forAgency, stage, reference },
    ...amountOf(check),
    ...{ agency: askedBy.agency, client: askedBy.id },
  };
}

const reasonsOf = ({ reasons }: RecordedCheck): CsvRow => ({
  reasons: reasons.map(({ code }) => code).join(' '),
  messages: reasons.map(({ message }) => message).join(' '),
  citations: [...new Set(reasons.flatMap(({ citation }) => citation ?? []))].join('; '),
});

const amountOf = ({ asked }: RecordedCheck): CsvRow => ({
  amount: asked.purchase.amount?.value,
  currency: asked.purchase.amount?.currency,
});
