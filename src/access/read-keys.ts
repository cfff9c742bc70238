import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { History } from '../history/history';
import { pageOf, pageScope, pageStart, type PageQuery } from '../http/page';
import { isWellFormedText } from '../http/validators';
import { ApiKeys, type RegisteredKey } from './api-keys';
import { KeyAnswer, type KeyPage } from './keys.dto';

/** The keys of a person or a client, without what would open anything. */
@Injectable()
export class ReadKeys {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {KeyNotFound} when the caller has no such key */
  one(
    callerId: string,
    id: string,
  ): Promise<{ readonly key: RegisteredKey; readonly position: number }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { size: position } = await new History(tx).head();
      return { key: await new ApiKeys(tx).read(callerId, id), position };
    });
  }

  page(query: PageQuery, callerId: string): Promise<KeyPage> {
    const scope = pageScope(`keys of ${callerId}`, {});
    const start = pageStart(scope, query, isWellFormedText);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const { size: position } = await new History(tx).head();
      const rows = await new ApiKeys(tx).page(callerId, start, query.limit + 1);
      const { items, next } = pageOf(rows, query, scope, ({ id }) => id);
      return { items: items.map((key) => KeyAnswer.of(key, position)), next, position };
    });
  }
}
