import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, pageScope, pageStart } from '../http/page';
import { everyPageInTurn, streamRows, type CsvRow, type StreamFormat } from '../http/row-stream';
import { Entries, type RecordedEntry } from './entries';
import { History } from './history';
import type { CarriedProposalAnswer, EntryAnswer, EntryPage, HistoryQuery } from './history.dto';

const STREAM_PAGE = 500;

/** The history, to be read. */
@Injectable()
export class ReadHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {EntryNotFound} */
  async one(position: number): Promise<EntryAnswer> {
    return answerOf(await new Entries(this.dataSource.manager).read(position));
  }

  /** Entries in order of their positions. */
  async page(query: HistoryQuery): Promise<EntryPage> {
    const scope = pageScope('history', query);
    const start = pageStart(scope, query, isPosition);
    const { size } = await new History(this.dataSource.manager).head();
    const after = start === null ? (query.after ?? null) : Number(start);
    const entries = new Entries(this.dataSource.manager);
    const rows = await entries.page(query, after, query.limit + 1, size);
    const { items, next } = pageOf(rows, query, scope, ({ position }) => String(position));
    return { items: items.map(answerOf), next, position: size };
  }

  /** All entries that there are when the reading begins. */
  async stream(query: HistoryQuery, format: StreamFormat): Promise<StreamableFile> {
    const { size } = await new History(this.dataSource.manager).head();
    const entries = new Entries(this.dataSource.manager);
    const first = query.after ?? null;
    const all = everyPageInTurn<RecordedEntry>((last) =>
      entries.page(query, last?.position ?? first, STREAM_PAGE, size),
    );
    return streamRows(all, format, 'history', { columns: COLUMNS, rowOf });
  }
}

// What the canonical bytes hold is what EntryAnswer describes, as `sealEntry` makes it.
const answerOf = (entry: RecordedEntry): EntryAnswer => entry as unknown as EntryAnswer;

const isPosition = (key: string): boolean => /^\d{1,15}$/.test(key);

const COLUMNS = [
  ...['position', 'recordedAt', 'type', 'actor', 'actorKind', 'actorPerson'],
  ...['proposedBy', 'approvedBy', 'proposal', 'vendors', 'list'],
  ...['citation', 'office', 'reason', 'before', 'after', 'leafHash'],
  ...['exclusion', 'corrects', 'correctedBy'],
];

function rowOf(recorded: RecordedEntry): CsvRow {
  const { position, recordedAt, type, actor, list, reason, ...entry } = answerOf(recorded);
  return {
    ...{ position, recordedAt, type, list, reason, leafHash: entry.leafHash },
    ...{ actor: actor.id, actorKind: actor.kind, actorPerson: actor.person },
    ...personsOf(entry.proposal),
    ...{ exclusion: entry.exclusion, corrects: entry.corrects },
    correctedBy: entry.correctedBy.join(' '),
    vendors: entry.vendors.join(' '),
    citation: entry.authority?.citation,
    office: entry.authority?.office,
    before: JSON.stringify(entry.before),
    after: JSON.stringify(entry.after),
  };
}

const personsOf = (proposal: CarriedProposalAnswer | undefined): CsvRow =>
  proposal
    ? {
        proposal: proposal.id,
        proposedBy: proposal.proposedBy,
        approvedBy: proposal.approvedBy.join(' '),
      }
    : {};
