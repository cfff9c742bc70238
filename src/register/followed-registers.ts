import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Coalesced } from './coalesced';
import { RegisterNotLoaded } from './domain/errors';
import { Registers } from './domain/register';
import { HeadWatch } from './loading/head-watch';
import { RegisterSource } from './loading/register-source';
import type { MemoryRegister } from './memory/memory-register';

const LOOK_EVERY_MS = 1000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;

/** The registry in memory: loaded when the application has started, and kept at the newest position from then on. */
@Injectable()
export class FollowedRegisters
  extends Registers
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly logger = new Logger('Register');
  private readonly source: RegisterSource;
  private readonly watch: HeadWatch;
  private readonly advances = new Coalesced(() => this.advance());
  private readonly readiness = new Readiness();
  private readonly ending = new AbortController();
  private newest: MemoryRegister | undefined;
  private timer: NodeJS.Timeout | undefined;
  private troubled = false;

  constructor(dataSource: DataSource) {
    super();
    this.source = new RegisterSource(dataSource, this.logger);
    this.watch = new HeadWatch(dataSource, (size) => this.heard(size));
  }

  /** Begins to load, which does not hold up the start. */
  onApplicationBootstrap(): void {
    void this.begin();
  }

  /** Requests that are under way are answered still: `fresh` goes on to work. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    clearInterval(this.timer);
    this.readiness.refuse(new RegisterNotLoaded());
    await this.watch.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.close();
  }

  current(): MemoryRegister {
    if (!this.newest) throw new RegisterNotLoaded();
    return this.newest;
  }

  async fresh(): Promise<MemoryRegister> {
    this.current();
    return this.advances.run();
  }

  async loaded(): Promise<void> {
    await this.readiness.told;
  }

  private async begin(): Promise<void> {
    this.newest = await this.loadAtLast();
    if (!this.newest) return;
    this.watch.start();
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    this.look();
    this.readiness.tell();
  }

  /** Tries until it is loaded; undefined where the service ends before. */
  private async loadAtLast(): Promise<MemoryRegister | undefined> {
    for (let wait = FIRST_WAIT_MS; !this.isEnding(); wait *= 2) {
      try {
        return await this.load();
      } catch (fault) {
        if (!this.isEnding()) this.logger.error('Could not be loaded; it is tried again.', fault);
      }
      const options = { ref: false, signal: this.ending.signal };
      await delay(Math.min(wait, LONGEST_WAIT_MS), undefined, options).catch(() => undefined);
    }
    return undefined;
  }

  private isEnding(): boolean {
    return this.ending.signal.aborted;
  }

  private async load(): Promise<MemoryRegister> {
    const begun = Date.now();
    const register = await this.source.load();
    this.logger.log(`Loaded at position ${register.position} in ${Date.now() - begun} ms`);
    return register;
  }

  private heard(size: number): void {
    if (!(size <= this.current().position)) this.look();
  }

  /** The net below what is heard: a fault is told once, and the next look tries again. */
  private look(): void {
    this.advances.run().then(
      () => (this.troubled = false),
      (fault: unknown) => {
        if (!this.troubled && !this.isEnding()) {
          this.logger.error('The history could not be followed; it is tried again.', fault);
        }
        this.troubled = true;
      },
    );
  }

  /** One step: whatever was recorded when it begins is in the register that it gives. */
  private async advance(): Promise<MemoryRegister> {
    const before = this.current();
    const size = await this.source.size();
    if (size > before.position) this.newest = await this.source.catchUp(before);
    // A history that is shorter is another one: the database was put back to what it was before.
    if (size < before.position) this.newest = await this.load();
    return this.current();
  }
}

/** Told once, that something is ready or that it never will be. */
class Readiness {
  tell!: () => void;
  refuse!: (reason: Error) => void;

  readonly told = new Promise<void>((resolve, reject) => {
    this.tell = resolve;
    this.refuse = reject;
  });

  constructor() {
    // Whoever waits is told; nobody has to.
    this.told.catch(() => undefined);
  }
}
