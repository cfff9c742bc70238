import { Logger, type OnModuleDestroy } from '@nestjs/common';

const LOOK_EVERY_MS = 60_000;

/** Has something done soon after it is due. Only the running service starts it; commands don't. */
export abstract class MinuteWatch implements OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  /** @param failed what is logged when a look fails; the next one tries again */
  constructor(private readonly failed: string) {}

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

  /** Does what is due. */
  protected abstract act(): Promise<unknown>;

  private look(): void {
    this.looking ??= this.attempt().finally(() => (this.looking = undefined));
  }

  private async attempt(): Promise<void> {
    try {
      await this.act();
    } catch (fault) {
      this.logger.error(this.failed, fault);
    }
  }
}
