import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RefusesToStart } from '../../config/refuses-to-start';
import type { Holders } from './holders';
import { awaitServer, PORT } from './postmaster';
import { SERVER_ENVIRONMENT } from './programs';
import { handOver, ownerOf, type ServerAccount } from './server-account';

/** Takes what the server says, and what its operator should know. */
export interface ServerLog {
  debug(line: string): void;
  warn(line: string): void;
}

/** All that a server needs to start. */
export interface Launch {
  readonly cluster: string;
  readonly programs: string;
  readonly account: ServerAccount;
  /** Server settings, by their names in postgresql.conf. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: ServerLog;
}

/**
 * A shell that runs the server and reads the holders' pipe; when that ends, it stops the server. It is a process of
 * its own because it must outlive a service that was killed. It shrugs off the signals that a terminal or a service
 * manager sends to the whole group: the server ends with its last holder, not before.
 */
const GUARD = `
  trap '' HUP INT TERM
  exec 3<&0 </dev/null
  "$@" 3<&- &
  server=$!
  { read line <&3; kill -INT $server; } 2>/dev/null &
  watcher=$!
  wait $server
  status=$?
  kill -KILL $watcher 2>/dev/null
  exit $status`;

/**
 * Starts a server and waits until it answers, or until one that another process started at the same time does.
 *
 * @returns the folder of the socket at which it answers
 * @throws {RefusesToStart} with the server's last words when it ends instead
 */
export async function launch(options: Launch, holders: Holders): Promise<string> {
  const guard = spawnGuard(options, holders);
  const words = listen(guard, options.log);
  for (;;) {
    const socketFolder = await awaitServer(options.cluster);
    if (socketFolder !== null) return socketFolder;
    if (guard.exitCode !== null) {
      throw new RefusesToStart(`The embedded PostgreSQL ended: ${words()}`);
    }
    await sleep(10);
  }
}

function spawnGuard(
  { cluster, programs, account, settings }: Launch,
  holders: Holders,
): ChildProcess {
  const all = {
    listen_addresses: '',
    unix_socket_directories: socketFolderOf(cluster, account),
    unix_socket_permissions: '0700',
    // Errors reach the service by their connections; their texts may hold what must not stand in a log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = [path.join(programs, 'postgres'), '-D', cluster, '-p', String(PORT), ...options];
  const end = holders.openEnd();
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', ...server], {
    ...account,
    env: SERVER_ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: [end, 'ignore', 'pipe'],
  });
  fs.closeSync(end);
  return guard;
}

/** Passes the server's words on, without keeping this process alive for them. @returns the last ones so far */
function listen(guard: ChildProcess, log: ServerLog): () => string {
  let words = '';
  const output = guard.stderr as Socket;
  output.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
    log.debug(text.trimEnd());
  });
  guard.on('error', ({ message }) => (words += message));
  guard.unref();
  output.unref();
  return () => words.trim();
}

const LONGEST_SOCKET_PATH = 103; // bytes, on macOS; Linux takes 107

/** The cluster's own folder, or where its path is too long for a socket, one in the system's temporary folder. */
function socketFolderOf(cluster: string, account: ServerAccount): string {
  const socket = path.join(cluster, `.s.PGSQL.${PORT}`);
  if (Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH) return cluster;
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const folder = path.join(os.tmpdir(), `approved-vendor-registry-${name}`);
  if (fs.mkdirSync(folder, { recursive: true, mode: 0o700 })) handOver(folder, account);
  const { uid, mode } = fs.lstatSync(folder);
  if (uid === ownerOf(account) && (mode & 0o777) === 0o700) return folder;
  throw new RefusesToStart(`${folder} does not belong to the server's account alone. Remove it.`);
}
