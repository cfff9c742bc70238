import fs from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { RefusesToStart } from '../config/refuses-to-start';

/**
 * The text of a file that was named, or of the standard input.
 *
 * @param name `-`: the standard input
 * @throws {RefusesToStart} when there is no file of that name that may be read
 */
export async function readGiven(name: string): Promise<string> {
  if (name === '-') return text(process.stdin);
  try {
    return await fs.readFile(name, 'utf8');
  } catch (error) {
    throw new RefusesToStart(`${name} can not be read: ${(error as Error).message}`);
  }
}
