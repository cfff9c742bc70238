import { isUtf8 } from 'node:buffer';
import { readCsvList } from './csv-list';
import { UnreadableFile } from './domain/errors';
import type { ReadFile } from './domain/import-row';
import { readJsonList } from './json-list';
import { isOasisFixture, readOasisFixture } from './oasis-fixture';

/**
 * Reads an approved list out of a file's bytes: JSON where it begins with `[`, else CSV.
 *
 * @throws {UnreadableFile} when it is neither, as a whole
 */
export function readListFile(bytes: Uint8Array): ReadFile {
  const text = textOf(bytes);
  if (text.trim() === '') throw new UnreadableFile('The file is empty.');
  return /^\s*[[{]/.test(text) ? readJson(text) : readCsvList(text);
}

function textOf(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new UnreadableFile('The file is not text in UTF-8.');
  return Buffer.from(bytes).toString('utf8');
}

function readJson(text: string): ReadFile {
  const items = parseJson(text);
  if (!Array.isArray(items)) throw new UnreadableFile('The JSON is not an array of rows.');
  return isOasisFixture(items) ? readOasisFixture(items) : readJsonList(items);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UnreadableFile(`The JSON is broken: ${error.message}.`);
    throw error;
  }
}
