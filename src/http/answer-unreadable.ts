import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { toProblem } from '../problems/to-problem';

const MESSAGE = 'The request is not HTTP that can be read, or its headers are too long.';

/**
 * Answers on the bare connection what is no request, and closes it: nothing that follows can be trusted.
 *
 * @param base where callers reach the service
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket, base: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const refusal = { code: 'invalid-request', message: MESSAGE } as const;
  const body = JSON.stringify(toProblem(refusal, { base, instance: '/', requestId }));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
