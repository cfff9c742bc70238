import http from 'node:http';

/** What came of a request. */
export interface Called {
  /** 0: there was no whole answer. */
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** Milliseconds of this process' clock that never goes back. */
  readonly begun: number;
  readonly ended: number;
}

export interface Request {
  readonly key: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

// Longer than an instance is ever paused, and than the longest statement.
const PATIENCE_MS = 30_000;

/** Sends requests over connections that are kept, as procurement systems do. */
export class Caller {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });

  call(method: string, url: string, { key, body, headers = {} }: Request): Promise<Called> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const begun = performance.now();
    return new Promise((resolve) => {
      const end = (answer: Pick<Called, 'status' | 'headers' | 'text'>): void =>
        resolve({ ...answer, begun, ended: performance.now() });
      const broken = (): void => end({ status: 0, headers: {}, text: '' });
      const request = http.request(url, {
        method,
        agent: this.agent,
        timeout: PATIENCE_MS,
        headers: {
          'X-API-Key': key,
          ...(body && { 'Content-Type': 'application/json' }),
          'Content-Length': Buffer.byteLength(text),
          ...headers,
        },
      });
      request.on('timeout', () => request.destroy(new Error('No answer came.')));
      request.on('error', broken);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', broken);
        response.on('end', () => {
          const { statusCode = 0, headers } = response;
          if (response.complete)
            end({ status: statusCode, headers, text: Buffer.concat(chunks).toString('utf8') });
          else broken();
        });
      });
      request.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
