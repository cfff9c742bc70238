import { ApiExtension } from '@nestjs/swagger';
import type { Readable } from 'node:stream';

/**
 * A body of CSV that is still to be read: by whoever may ask, as far as it goes, and never whole in memory.
 *
 * It shows no members, so that nobody takes it for an object that was sent.
 */
export class CsvBody {
  readonly #bytes: Readable;

  constructor(bytes: Readable) {
    this.#bytes = bytes;
  }

  /**
   * Hands the bytes to a reader. What it leaves over, because it refuses the body, is taken off the connection unread, so
   * that the refusal reaches a caller that is still sending.
   */
  async read<Result>(
    reader: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
  ): Promise<Result> {
    const bytes = this.#bytes;
    try {
      return await reader(bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
    } finally {
      bytes.resume();
    }
  }
}

/** Tells the OpenAPI document that an operation takes CSV beside JSON. */
export const ApiCsvBody = (description: string, example: string): MethodDecorator =>
  ApiExtension('x-csv-body', { schema: { type: 'string', description }, example });
