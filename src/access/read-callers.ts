import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import { History } from '../history/history';
import { pageOf, pageScope, pageStart, type PageQuery } from '../http/page';
import { Callers, type CallerFilter } from './callers';
import { CallerAnswer, type CallerPage } from './callers.dto';
import type { RegisteredCaller } from './domain/registered-caller';

/** People and clients, as they are registered now. */
@Injectable()
export class ReadCallers {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {CallerNotFound} when there is none of that kind */
  one(
    id: string,
    kind: RegisteredCaller['kind'],
  ): Promise<{ readonly caller: RegisteredCaller; readonly position: number }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { size: position } = await new History(tx).head();
      return { caller: await new Callers(tx).read(id, kind), position };
    });
  }

  /** @throws {CallerNotFound} when there is none of that kind */
  async require(id: string, kind: RegisteredCaller['kind']): Promise<void> {
    await new Callers(this.dataSource.manager).read(id, kind);
  }

  page(
    query: PageQuery & Omit<CallerFilter, 'kind'>,
    kind: CallerFilter['kind'],
  ): Promise<CallerPage> {
    const scope = pageScope(kind, query);
    const start = pageStart(scope, query, validate);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { size: position } = await new History(tx).head();
      const rows = await new Callers(tx).page({ ...query, kind }, start, query.limit + 1);
      const { items, next } = pageOf(rows, query, scope, ({ id }) => id);
      return { items: items.map((caller) => CallerAnswer.of(caller, position)), next, position };
    });
  }
}
