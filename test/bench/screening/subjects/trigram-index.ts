import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { EmbeddedPostgres } from '../../../../src/database/embedded/embedded-postgres';
import { MOST_ANSWERS } from '../names/workload';
import type { Answer, Subject } from './subject';
import { formText } from './form-text';

/** PostgreSQL with a GIN index of trigrams (pg_trgm), on a server of its own, which is asked over its socket. */
export class TrigramIndex implements Subject {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly client: pg.Client,
    private readonly folder: string,
  ) {}

  static async open(): Promise<TrigramIndex> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registry-names-'));
    fs.chmodSync(folder, 0o755); // so that the server's account may enter it
    const server = await EmbeddedPostgres.start({
      ...{ folder: path.join(folder, 'pg'), database: 'names' },
      settings: { max_wal_size: '4GB', shared_buffers: '512MB', maintenance_work_mem: '512MB' },
    });
    const client = new pg.Client(server.connection);
    await client.connect();
    await client.query('CREATE EXTENSION pg_trgm');
    await client.query('CREATE TABLE name (owner integer NOT NULL, words text NOT NULL)');
    return new TrigramIndex(server, client, folder);
  }

  async add(first: number, names: readonly string[]): Promise<void> {
    const rows = names.map((name, index) => `${first + index}\t${formText(name)}\n`);
    await pipeline(
      Readable.from([rows.join('')]),
      this.client.query(copyFrom('COPY name FROM STDIN')),
    );
  }

  async ready(): Promise<void> {
    await this.client.query('CREATE INDEX ON name USING gin (words gin_trgm_ops)');
    await this.client.query('VACUUM ANALYZE name');
  }

  async find(name: string): Promise<Answer> {
    const { rows } = await this.client.query<{ owner: number }>({
      name: 'find',
      text: `SELECT owner FROM name WHERE words % $1
             ORDER BY similarity(words, $1) DESC, owner LIMIT ${MOST_ANSWERS}`,
      values: [formText(name)],
    });
    return { owners: rows.map(({ owner }) => owner) };
  }

  async bytes(): Promise<number> {
    const { rows } = await this.client.query<{ bytes: string }>(
      `SELECT pg_total_relation_size('name') AS bytes`,
    );
    return Number(rows[0]?.bytes);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.server.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
