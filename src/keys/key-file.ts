import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { RefusesToStart } from '../config/refuses-to-start';

/** A file that holds a private key (PEM). */
export interface KeyFile {
  /** The setting that names it, for whoever has to put it right. */
  readonly setting: string;
  readonly file: string;
  /** Whether a file that its group or others may read is refused. */
  readonly closed?: boolean;
}

/**
 * Reads a key, or makes it where there is none; of several processes that start together all get the same.
 *
 * @param make a new key (PEM)
 * @throws {RefusesToStart} when it can't be read or made, or is open to others though it must not be
 */
export async function readOrMakeKey(place: KeyFile, make: () => Promise<string>): Promise<string> {
  return (await readKey(place)) ?? (await makeKey(place, await make()));
}

async function readKey(place: KeyFile): Promise<string | undefined> {
  try {
    return await readClosed(place);
  } catch (error) {
    if (error instanceof RefusesToStart) throw error;
    const { code = 'no access' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new RefusesToStart(`${place.setting} can not be read (${code})`);
  }
}

async function readClosed(place: KeyFile): Promise<string> {
  const handle = await open(place.file);
  try {
    requireClosed(place, (await handle.stat()).mode);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

const OPEN_TO_OTHERS = 0o077;

function requireClosed({ setting, file, closed = false }: KeyFile, mode: number): void {
  if (!closed || (mode & OPEN_TO_OTHERS) === 0) return;
  const text = (mode & 0o777).toString(8).padStart(4, '0');
  throw new RefusesToStart(
    `${setting} is open to other accounts (mode ${text}); chmod 600 it: ${path.resolve(file)}`,
  );
}

/** Makes the file whole or not at all, and never over another: whoever is second reads what the first wrote. */
async function makeKey(place: KeyFile, pem: string): Promise<string> {
  try {
    return await putKey(place.file, pem);
  } catch (error) {
    const { code = 'no access' } = error as NodeJS.ErrnoException;
    throw new RefusesToStart(
      `${place.setting} can not be made (${code}): ${path.resolve(place.file)}`,
    );
  }
}

async function putKey(file: string, pem: string): Promise<string> {
  const folder = path.dirname(file);
  // Only the keys' own folder is closed: others share the one above, such as the embedded database.
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeDurably(draft, pem);
  try {
    await link(draft, file);
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return await readFile(file, 'utf8');
  } finally {
    await unlink(draft);
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
