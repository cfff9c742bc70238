import fs from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../../config/environment';
import { examine, fault, look, ok, type Finding } from './finding';

const OLDEST_NODE = [20, 19] as const;
const GIB = 1024 ** 3;
const LITTLE_SPACE = GIB;
const NO_SPACE = 0.1 * GIB;

/** Whether this Node.js is one that the registry runs on. */
export function examineNode(version: string): Promise<Finding> {
  return examine('Node.js', async () => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [oldest, least] = OLDEST_NODE;
    const isOld = major < oldest || (major === oldest && minor < least);
    return Promise.resolve(
      isOld ? fault(`${version} is too old; take ${oldest}.${least} or newer`) : ok(version),
    );
  });
}

/** Whether files that hold secrets can be read by nobody but the account of the service. */
export function examineSecrets(environment: Environment): Promise<Finding>[] {
  const { TOKEN_KEY_FILE, RECEIPT_KEY, RECEIPT_KEY_FILE, DATA_DIR } = environment;
  const credentials = path.join(DATA_DIR, 'demo-credentials.json');
  const ifAbsent = 'it is made on the first start';
  return [
    examine('token key', () => examineMode(TOKEN_KEY_FILE, ifAbsent)),
    ...(RECEIPT_KEY ? [] : [examine('receipt key', () => examineMode(RECEIPT_KEY_FILE, ifAbsent))]),
    examine('demo keys', () => examineMode(credentials, 'there is no demonstration here')),
  ];
}

async function examineMode(file: string, ifAbsent: string): Promise<Omit<Finding, 'subject'>> {
  const mode = await modeOf(file);
  if (mode === undefined) return ok(`${file} is not there: ${ifAbsent}`);
  const text = mode.toString(8).padStart(4, '0');
  return (mode & 0o077) === 0
    ? ok(`${file}, mode ${text}`)
    : fault(`${file} can be read by other accounts, mode ${text}: chmod 600 it`);
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await fs.stat(file)).mode & 0o777;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether there is room where the service keeps its data. */
export function examineSpace({ DATA_DIR }: Environment): Promise<Finding> {
  return examine('disk space', async () => {
    const { bavail, bsize } = await fs.statfs(await nearestFolder(path.resolve(DATA_DIR)));
    const free = bavail * bsize;
    const words = `${(free / GIB).toFixed(1)} GiB free for ${DATA_DIR}`;
    if (free < NO_SPACE) return fault(`${words}: changes will be refused`);
    return free < LITTLE_SPACE ? look(`${words}: make room`) : ok(words);
  });
}

/** The folder itself, or for want of it the next above that is there. */
async function nearestFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  const isThere = (await modeOf(folder)) !== undefined;
  return isThere || parent === folder ? folder : nearestFolder(parent);
}
