import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DataSource } from 'typeorm';

const MONTHS_AHEAD = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
const AGAIN_MS = 60_000;

/** Sees to it that the months to come have their tables for checks before they begin. */
@Injectable()
export class CheckPartitions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('CheckPartitions');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private ended = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Looks now and then every day, and every minute after a fault. Keeps neither the start up nor the process alive. */
  onApplicationBootstrap(): void {
    this.look();
  }

  /** Ends with the look that has begun. */
  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** Makes those that are missing. @returns their names */
  async make(): Promise<string[]> {
    const made = await this.dataSource.query<{ name: string }[]>(
      'SELECT make_check_partitions($1) AS name',
      [MONTHS_AHEAD],
    );
    for (const { name } of made) this.logger.log(`Made the table ${name}`);
    return made.map(({ name }) => name);
  }

  private look(): void {
    this.looking = this.make().then(
      () => this.again(DAY_MS),
      (fault: unknown) => {
        // Checks are recorded all the same: those of a month without its table stand in one for later months.
        this.logger.error('Tables for checks could not be made; it is tried again.', fault);
        this.again(AGAIN_MS);
      },
    );
  }

  private again(afterMs: number): void {
    if (this.ended) return;
    this.timer = setTimeout(() => this.look(), afterMs).unref();
  }
}
