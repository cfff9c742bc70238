import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { RecordLapses } from './record-lapses';

const LOOK_EVERY_MS = 60_000;

/** Has lapses recorded soon after they come. Only the running service starts it; commands don't. */
@Injectable()
export class LapseWatch implements OnModuleDestroy {
  private readonly logger = new Logger('LapseWatch');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly recordLapses: RecordLapses) {}

  /** Looks now and then every minute. Does not keep the process alive. */
  start(): void {
    this.look();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** Ends with the look that has begun. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private look(): void {
    this.looking ??= this.record().finally(() => (this.looking = undefined));
  }

  private async record(): Promise<void> {
    try {
      await this.recordLapses.execute();
    } catch (fault) {
      this.logger.error('Lapses could not be recorded; the next look tries again.', fault);
    }
  }
}
