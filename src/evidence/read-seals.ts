import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, pageScope, pageStart, type PageQuery } from '../http/page';
import { CheckSeals } from './check-seals';
import { SealNotFound } from './domain/errors';
import { SealAnswer, type SealPage } from './evidence.dto';

/** Seals of checks, to be read. */
@Injectable()
export class ReadSeals {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {SealNotFound} */
  async one(number: string): Promise<SealAnswer> {
    const seal = isNumber(number) && (await this.seals.find(Number(number)));
    if (!seal) throw new SealNotFound(number);
    return SealAnswer.of(seal);
  }

  /** Newest first. */
  async page(query: PageQuery): Promise<SealPage> {
    const scope = pageScope('seals', query);
    const start = pageStart(scope, query, isNumber);
    const rows = await this.seals.page(start === null ? null : Number(start), query.limit + 1);
    const { items, next } = pageOf(rows, query, scope, ({ statement }) => `${statement.number}`);
    return { items: items.map((seal) => SealAnswer.of(seal)), next };
  }

  private get seals(): CheckSeals {
    return new CheckSeals(this.dataSource.manager);
  }
}

const isNumber = (text: string): boolean => /^\d{1,15}$/.test(text);
