import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { RefusesToStart } from '../../config/refuses-to-start';
import { SERVER_ENVIRONMENT } from './programs';
import { canEnter, handOver, type ServerAccount } from './server-account';

/** The role that owns the cluster. It needs no password: nothing but the cluster's account reaches its socket. */
export const SUPERUSER = 'postgres';

const PLACE_FOR_ROOT = '/var/lib/approved-vendor-registry';

/**
 * Where the cluster of `asked` is, or shall be: that very folder, or the one that it links to.
 *
 * Where root keeps `asked` in a folder that the server's account can't enter (as below /root), the cluster comes to
 * lie below /var/lib, and `asked` becomes a link to it. Without the link there is no cluster: who removes it, starts anew.
 *
 * @throws {RefusesToStart} when the cluster was made and can no longer be reached
 */
export function placeOfCluster(asked: string, account: ServerAccount): string {
  makeFolder(path.dirname(asked), account);
  if (!isLink(asked) && !canEnter(fs.realpathSync(path.dirname(asked)), account)) {
    if (fs.existsSync(asked)) {
      throw new RefusesToStart(`The server's account can no longer enter the folder of ${asked}.`);
    }
    linkElsewhere(asked);
  }
  return isLink(asked) ? path.resolve(path.dirname(asked), fs.readlinkSync(asked)) : asked;
}

export const isCluster = (folder: string): boolean =>
  fs.existsSync(path.join(folder, 'PG_VERSION'));

/** Makes a cluster beside its place and moves it there, so that a start that is cut off leaves nothing half made. */
export function makeCluster(folder: string, programs: string, account: ServerAccount): void {
  const making = fs.mkdtempSync(`${folder}.new-`);
  try {
    handOver(making, account);
    initialise(making, programs, account);
    fs.renameSync(making, folder);
    syncFolder(path.dirname(folder));
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    if (!isCluster(folder)) throw error; // else another process was first
  }
}

function initialise(folder: string, programs: string, account: ServerAccount): void {
  // C.UTF-8 and not C: lower('É') and trigrams over other scripts need it.
  const options = ['--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions'];
  const { status, error, stderr } = spawnSync(
    path.join(programs, 'initdb'),
    ['-D', folder, '-U', SUPERUSER, ...options],
    { ...account, env: SERVER_ENVIRONMENT, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new RefusesToStart(`initdb could not make a database: ${error?.message ?? stderr}`);
  }
}

/** Makes a folder and those above it; the new ones can be passed through by the server's account, whatever the umask. */
function makeFolder(folder: string, { uid }: ServerAccount): void {
  const first = fs.mkdirSync(folder, { recursive: true });
  if (first === undefined || uid === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
    fs.chmodSync(made, 0o755);
  }
}

function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function linkElsewhere(asked: string): void {
  fs.mkdirSync(PLACE_FOR_ROOT, { recursive: true });
  fs.chmodSync(PLACE_FOR_ROOT, 0o755);
  try {
    fs.symlinkSync(path.join(PLACE_FOR_ROOT, `pg-${randomUUID()}`), asked);
  } catch (error) {
    if (!isLink(asked)) throw error; // else another process was first
  }
}

/** A move is durable once its folder is. */
function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, 'r');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}
