import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { asKnown } from '../history/as-known';
import { pageOf, pageScope, pageStart } from '../http/page';
import { ProceedingNotFound } from './domain/errors';
import { hasBegun } from './domain/proceeding';
import { ProceedingAnswer, type ProceedingPage } from './proceeding-answer.dto';
import { Proceedings } from './proceedings';
import type { ProceedingAtQuery, ProceedingsQuery } from './proceedings.dto';

/** Proceedings, at any instant, as known now or then. */
@Injectable()
export class ReadProceedings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {ProceedingNotFound} when no such proceeding was known, or it had not begun */
  one(id: string, query: ProceedingAtQuery): Promise<ProceedingAnswer> {
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      const proceeding = await new Proceedings(tx).read(id, position);
      if (!hasBegun(proceeding, at)) throw new ProceedingNotFound(id);
      return ProceedingAnswer.of(proceeding, at, position);
    });
  }

  /** Newest first. */
  page(query: ProceedingsQuery): Promise<ProceedingPage> {
    const scope = pageScope('proceedings', query);
    const start = pageStart(scope, query, validate);
    const { vendor, state } = query;
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      const proceedings = new Proceedings(tx);
      const page = { start, limit: query.limit + 1 };
      const ids = await proceedings.ids({ at, vendor, state }, position, page);
      const { items, next } = pageOf(ids, query, scope, (id) => id);
      const found = await proceedings.byIds(items, position);
      const answers = found.map((proceeding) => ProceedingAnswer.of(proceeding, at, position));
      return { items: answers, next, at, position };
    });
  }
}
