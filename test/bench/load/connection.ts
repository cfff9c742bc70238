import { connect, type Socket } from 'node:net';
import type { Request } from './plan';

/** An answer as it came; `bytes` from `bodyStart` on is its body. */
export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly bodyStart: number;
}

/** One HTTP/1.1 connection that is kept alive: a request, its answer, the next request. */
export class Connection {
  private readonly socket: Socket;
  private received: Buffer | null = null;
  private done: ((answer: Answer) => void) | null = null;

  private constructor(url: URL, broke: (connection: Connection, wasAsked: boolean) => void) {
    this.socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => broke(this, this.done !== null));
  }

  /** @param broke is called when it was closed, and told whether an answer was still awaited */
  static open(
    url: string,
    broke: (connection: Connection, wasAsked: boolean) => void,
  ): Promise<Connection> {
    const connection = new Connection(new URL(url), broke);
    return new Promise((resolve, reject) => {
      connection.socket.once('connect', () => resolve(connection)).once('error', reject);
    });
  }

  send(bytes: Buffer, done: (answer: Answer) => void): void {
    this.done = done;
    this.socket.write(bytes);
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    const bytes = this.received ? Buffer.concat([this.received, chunk]) : chunk;
    const headEnd = bytes.indexOf('\r\n\r\n');
    if (headEnd < 0 || bytes.length < headEnd + 4 + lengthOf(bytes, headEnd)) {
      this.received = bytes;
      return;
    }
    this.received = null;
    const { done } = this;
    this.done = null;
    const status = Number(bytes.toString('latin1', 9, 12));
    done?.({ status, bytes, bodyStart: headEnd + 4 });
  }
}

/** @throws {Error} when the answer doesn't tell its length: none that is measured here leaves it out */
function lengthOf(bytes: Buffer, headEnd: number): number {
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, headEnd)) ?? [];
  if (length === undefined) throw new Error('An answer has no Content-Length.');
  return Number(length);
}

/** A request as the bytes that are sent. */
export function bytesOf(url: string, { method, path, headers, body = '' }: Request): Buffer {
  const { host } = new URL(url);
  const lines = Object.entries({
    ...{ Host: host, Connection: 'keep-alive' },
    ...(body !== '' && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
