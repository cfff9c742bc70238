import type { Logger } from '@nestjs/common';
import type pg from 'pg';

const TELL_EVERY_MS = 2000;

/** Where the rows of each kind are. */
const TABLES = {
  profiles: 'vendor_profile',
  identifiers: 'vendor_identifier',
  names: 'vendor_name',
  listings: 'listing',
};

/** Tells in the log how far the register is loaded: how many rows of how many, by kind. */
export class Progress {
  private readonly expected = new Map<string, number>();
  private counted = 0;
  private toldAt = Date.now();

  constructor(private readonly logger: Pick<Logger, 'log'>) {}

  /** Asks how many rows there may be: what the server estimates, since to count them takes as long as to read them. */
  async begin(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ name: string; about: number }>(
      `SELECT relname AS name, reltuples::float8 AS about FROM pg_class
       WHERE oid = ANY(ARRAY(SELECT unnest($1::text[])::regclass))`,
      [Object.values(TABLES)],
    );
    for (const { name, about } of rows) if (about >= 0) this.expected.set(name, about);
    this.toldAt = Date.now();
  }

  /** One more row. */
  count(kind: keyof typeof TABLES): void {
    this.counted += 1;
    if (this.counted % 4096 !== 0 || Date.now() - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = Date.now();
    const about = this.expected.get(TABLES[kind]);
    const of = about === undefined ? '' : ` of about ${Math.max(about, this.counted)}`;
    this.logger.log(`Loading ${kind}: ${this.counted}${of}`);
  }

  done(kind: string): void {
    this.logger.log(`Loaded ${kind}: ${this.counted}`);
    this.counted = 0;
  }

  /** Tells of a kind that is read at once. */
  async follow<Row>(kind: string, read: () => Promise<Row[]>): Promise<Row[]> {
    const rows = await read();
    this.logger.log(`Loaded ${kind}: ${rows.length}`);
    return rows;
  }
}

/** Lets others have their turn. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
