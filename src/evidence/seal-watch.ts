import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { SealChecks } from './seal-checks';

const LOOK_EVERY_MS = 60_000;

/** Has checks sealed every minute in which there were any. Only the running service starts it; commands don't. */
@Injectable()
export class SealWatch implements OnModuleDestroy {
  private readonly logger = new Logger('SealWatch');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly sealChecks: SealChecks) {}

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
    this.looking ??= this.seal().finally(() => (this.looking = undefined));
  }

  private async seal(): Promise<void> {
    try {
      await this.sealChecks.executeIfDue();
    } catch (fault) {
      this.logger.error('Checks could not be sealed; the next look tries again.', fault);
    }
  }
}
