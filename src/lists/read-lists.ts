import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { History } from '../history/history';
import type { KnownAtPageQuery } from '../http/known-at.dto';
import { pageOf, pageScope, pageStart } from '../http/page';
import { isWellFormedText } from '../http/validators';
import { ApprovedLists } from './approved-lists';
import type { ApprovedList } from './domain/approved-list';
import { ListAnswer, type ListPage } from './lists.dto';

/** Approved lists, as known now or then. */
@Injectable()
export class ReadLists {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {ListNotFound} when no list of that code was known */
  one(
    code: string,
    knownAt: number | Date | undefined,
  ): Promise<{ list: ApprovedList; position: number }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const position = await new History(tx).sizeKnownAt(knownAt);
      return { list: await new ApprovedLists(tx).read(code, position), position };
    });
  }

  page(query: KnownAtPageQuery): Promise<ListPage> {
    const scope = pageScope('lists', query);
    const start = pageStart(scope, query, isWellFormedText);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const position = await new History(tx).sizeKnownAt(query.knownAt);
      const lists = await new ApprovedLists(tx).page(start, query.limit + 1, position);
      const { items, next } = pageOf(lists, query, scope, ({ code }) => code);
      return { items: items.map((list) => ListAnswer.of(list, position)), next, position };
    });
  }
}
