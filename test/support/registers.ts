import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Registers, type Register } from '../../src/register/domain/register';
import { FollowedRegisters } from '../../src/register/followed-registers';

/** The registry in memory as the service has it, on a test's own database; it can be held where it is. */
export class TestRegisters extends Registers {
  private held: Register | undefined;

  private constructor(private readonly followed: FollowedRegisters) {
    super();
  }

  static async open(dataSource: DataSource): Promise<TestRegisters> {
    // As in TestRegistry: a test says what it looks for.
    Logger.overrideLogger(false);
    const followed = new FollowedRegisters(dataSource);
    followed.onApplicationBootstrap();
    await followed.loaded();
    return new TestRegisters(followed);
  }

  current(): Register {
    return this.held ?? this.followed.current();
  }

  fresh(): Promise<Register> {
    return this.followed.fresh();
  }

  loaded(): Promise<void> {
    return this.followed.loaded();
  }

  /** From now on the newest at hand is the newest there is now, as where news come late. */
  async hold(): Promise<void> {
    this.held = await this.fresh();
  }

  async close(): Promise<void> {
    await this.followed.beforeApplicationShutdown();
    await this.followed.onApplicationShutdown();
  }
}
