import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { History } from '../history/history';

export const HISTORY_SIZE = 'registry_history_entries';

/** Keeps the measured size of the history up to date: it is read whenever someone asks for it. */
@Injectable()
export class HistorySize implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    @InjectMetric(HISTORY_SIZE) private readonly gauge: Gauge,
  ) {}

  onModuleInit(): void {
    Object.assign(this.gauge, { collect: () => this.read() });
  }

  // A database that is away must not take the other measurements with it.
  private async read(): Promise<void> {
    const head = await new History(this.dataSource.manager).head().catch(() => undefined);
    if (head) this.gauge.set(head.size);
    else this.gauge.reset();
  }
}
