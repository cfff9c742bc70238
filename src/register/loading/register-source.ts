import type { Logger } from '@nestjs/common';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { ownClient } from '../../database/own-client';
import type { MemoryRegister } from '../memory/memory-register';
import { catchUp } from './catch-up';
import { loadRegister } from './load-register';
import { Progress } from './progress';

/** A database that takes longer than this to say what changed is away. */
const PATIENCE_MS = 10_000;

/** Reads registers from the tables on a connection of its own, which is opened anew when it was lost. */
export class RegisterSource {
  private client: Promise<pg.Client> | undefined;
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Pick<Logger, 'log'>,
  ) {}

  /** Reads all. */
  async load(): Promise<MemoryRegister> {
    const client = await this.open('loading', { statement_timeout: 0 });
    try {
      return await loadRegister(client, new Progress(this.logger));
    } finally {
      await client.end();
    }
  }

  /** The number of entries that the history has now. */
  size(): Promise<number> {
    return this.ask(async (client) => {
      const { rows } = await client.query<{ size: number }>({
        name: 'history-size',
        text: 'SELECT size FROM history_head',
      });
      return rows[0]?.size ?? 0;
    });
  }

  /** Reads what changed since a register, which stays as it is. */
  catchUp(register: MemoryRegister): Promise<MemoryRegister> {
    return this.ask((client) => catchUp(client, register));
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    await client?.end();
  }

  /** One at a time: a connection that failed is given up. */
  private async ask<Result>(question: (client: pg.Client) => Promise<Result>): Promise<Result> {
    // What changed is found by indexes; the planner can't know that it is little, and would compile for much.
    const settings = { enable_seqscan: 'off', jit: 'off', statement_timeout: PATIENCE_MS };
    this.client ??= this.open('following', settings);
    const opening = this.client;
    const timer = setTimeout(() => void opening.then(cut, () => undefined), PATIENCE_MS);
    try {
      return await question(await opening);
    } catch (error) {
      if (this.client === opening) this.client = undefined;
      void opening.then(cut, () => undefined);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async open(name: string, settings: Record<string, string | number>): Promise<pg.Client> {
    if (this.closed) throw new Error('The register is followed no longer.');
    const client = ownClient(this.dataSource, name, settings);
    // Whoever waits for an answer is told; without a listener this process would end.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}

/** Ends a connection at once, whatever it is waiting for. */
function cut(client: pg.Client): void {
  void client.end().catch(() => undefined);
}
