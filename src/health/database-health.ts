import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';

const PATIENCE_MS = 2000;

/** Whether the database answers, and has the tables that this version of the service wants. */
@Injectable()
export class DatabaseHealth {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async answers(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    const found = await this.ask('SELECT 1');
    return found === null ? indicator.down({ message: 'does not answer' }) : indicator.up();
  }

  async isMigrated(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('migrations');
    const done = await this.ask<{ name: string }>('SELECT name FROM migrations');
    if (done === null) return indicator.down({ message: 'can not be read' });
    const names = new Set(done.map(({ name }) => name));
    const pending = MIGRATIONS.filter(({ name }) => !names.has(name)).length;
    return pending === 0 ? indicator.up() : indicator.down({ message: `${pending} are pending` });
  }

  /** The rows, or null where there is no answer in time: that is what is asked here, so it is no error. */
  private async ask<Row>(sql: string): Promise<Row[] | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    const answer = this.dataSource.query<Row[]>(sql).catch(() => null);
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
