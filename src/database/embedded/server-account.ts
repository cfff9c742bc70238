import fs from 'node:fs';
import path from 'node:path';
import { RefusesToStart } from '../../config/refuses-to-start';

/** The account that the server's processes run as; without members, this process's own. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root: root starts it as the account that a cluster there belongs to, else as `postgres`
 * where that account exists, else as `nobody`.
 *
 * @throws {RefusesToStart} when there is neither
 */
export function serverAccount(cluster: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const made = fs.statSync(cluster, { throwIfNoEntry: false });
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  const accounts = new Map(fs.readFileSync('/etc/passwd', 'utf8').split('\n').map(parseAccount));
  const account = accounts.get('postgres') ?? accounts.get('nobody');
  if (account) return account;
  throw new RefusesToStart(
    'The embedded PostgreSQL does not run as root, and there is no account "postgres" or "nobody". ' +
      'Start the service as another account, or give DATABASE_URL.',
  );
}

function parseAccount(line: string): [name: string, account: ServerAccount] {
  const [name = '', , uid, gid] = line.split(':');
  return [name, { uid: Number(uid), gid: Number(gid) }];
}

/** The user id that the server's files belong to. */
export const ownerOf = ({ uid }: ServerAccount): number | undefined => uid ?? process.getuid?.();

/** Makes a file or folder the server's own. */
export function handOver(file: string, { uid, gid }: ServerAccount): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}

/** Whether the server's account may enter a folder by its path: the folder itself and each one above it. */
export function canEnter(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  const { mode, uid } = fs.statSync(folder);
  const enters = uid === account.uid || (mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return enters && (parent === folder || canEnter(parent, account));
}
