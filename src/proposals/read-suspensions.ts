import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate } from 'uuid';
import { Clock } from '../clock/clock';
import { asKnown } from '../history/as-known';
import { pageOf, pageScope, pageStart } from '../http/page';
import { SuspensionAnswer, type SuspensionPage, type SuspensionsQuery } from './suspensions.dto';
import { Suspensions } from './suspensions';

/** Suspensions, as they stand now. */
@Injectable()
export class ReadSuspensions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {SuspensionNotFound} */
  one(id: string): Promise<SuspensionAnswer> {
    return asKnown(this.dataSource, this.clock, {}, async (tx, position, at) =>
      SuspensionAnswer.of(await new Suspensions(tx).read(id, at), position),
    );
  }

  /** Newest first. */
  page(query: SuspensionsQuery): Promise<SuspensionPage> {
    const scope = pageScope('suspensions', query);
    const start = pageStart(scope, query, validate);
    const { state = null, vendor = null } = query;
    return asKnown(this.dataSource, this.clock, {}, async (tx, position, at) => {
      const rows = new Suspensions(tx);
      const suspensions = await rows.page({ state, vendor }, at, start, query.limit + 1);
      const { items, next } = pageOf(suspensions, query, scope, ({ id }) => id);
      return {
        items: items.map((suspension) => SuspensionAnswer.of(suspension, position)),
        ...{ next, position },
      };
    });
  }
}
