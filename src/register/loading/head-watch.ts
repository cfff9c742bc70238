import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { ownClient } from '../../database/own-client';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5000;

/** Tells that the history moved as soon as the database does. A net has to be below it: what is told may be lost. */
export class HeadWatch {
  private client: pg.Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private wait = FIRST_WAIT_MS;
  private closed = false;

  /** @param moved is told the number of entries */
  constructor(
    private readonly dataSource: DataSource,
    private readonly moved: (size: number) => void,
  ) {}

  /** Listens, and listens again whenever the connection was lost. */
  start(): void {
    void this.listen();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = ownClient(this.dataSource, 'listening', {});
    this.client = client;
    client.on('error', () => undefined);
    client.on('end', () => this.listenLater(client));
    client.on('notification', ({ payload }) => this.moved(Number(payload)));
    try {
      await client.connect();
      await client.query('LISTEN history');
      this.wait = FIRST_WAIT_MS;
    } catch {
      // Its end is told as well, but not where it never began.
      this.listenLater(client);
      void client.end().catch(() => undefined);
    }
  }

  private listenLater(client: pg.Client): void {
    if (this.closed || client !== this.client) return;
    this.client = undefined;
    this.again = setTimeout(() => void this.listen(), this.wait).unref();
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }
}
