import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { ownClient } from '../../database/own-client';
import { outcomeIsUnknown } from '../../problems/to-problem';
import type { Batch } from './batch';
import { BatchStatement } from './batch-statement';

/** The server gives up a statement before those whose checks it records do. */
const STATEMENT_TIMEOUT_MS = 1500;

/** A server that does not even give up is taken for lost. */
const LOST_AFTER_MS = 3000;

/**
 * The recorder's own connection to the database, so that checks and admins do not wait for each other's. It is opened
 * when it is needed, and anew after it was lost.
 */
@Injectable()
export class RecorderConnection implements OnApplicationShutdown {
  private client: pg.Client | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly statement: BatchStatement,
  ) {}

  /** Sees to it that the connection is open, as far as one can know before it is used. */
  async open(): Promise<void> {
    this.client ??= await this.connect();
  }

  /** @see BatchStatement.record */
  record(batch: Batch): Promise<boolean> {
    return this.use((client) => this.statement.record(client, batch));
  }

  /** @see BatchStatement.attempt */
  attempt(batch: Batch): Promise<void> {
    return this.use((client) => this.statement.attempt(client, batch));
  }

  /** @see BatchStatement.settle */
  settle(batch: Batch): Promise<boolean> {
    return this.use((client) => this.statement.settle(client, batch));
  }

  /** After all requests have been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.client?.end().catch(() => undefined);
  }

  private async use<Result>(act: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = (this.client ??= await this.connect());
    let timer: NodeJS.Timeout | undefined;
    const lost = new Promise<never>((_, reject) => {
      const tell = (): void => reject(new Error('Connection terminated: the server is silent'));
      timer = setTimeout(tell, LOST_AFTER_MS);
    });
    try {
      return await Promise.race([act(client), lost]);
    } catch (error) {
      if (outcomeIsUnknown(error)) this.forget(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async connect(): Promise<pg.Client> {
    const settings = { statement_timeout: STATEMENT_TIMEOUT_MS };
    const client = ownClient(this.dataSource, 'recorder', settings);
    // Told to whoever waits for an answer of it; when nobody does, the next that needs one opens another.
    client.on('error', () => this.forget(client));
    client.on('end', () => this.forget(client));
    await client.connect();
    return client;
  }

  private forget(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    // Whatever it still waits for is given up with it.
    void client.end().catch(() => undefined);
  }
}
