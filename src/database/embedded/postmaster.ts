import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER } from './cluster';

/** Names the socket's file; no TCP port is opened. */
export const PORT = 5432;

/** What a server says of itself in its folder: its process, and the folder of its socket once it has one. */
interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

/**
 * Waits while a server of this cluster is starting or stopping.
 *
 * @returns the folder of the socket at which it answers, or null when no server runs
 */
export async function awaitServer(cluster: string): Promise<string | null> {
  for (;;) {
    const postmaster = readPostmaster(cluster);
    if (!postmaster || !isServing(postmaster.pid, cluster)) return null;
    if (await answers(postmaster.socketFolder)) return postmaster.socketFolder;
    await sleep(20);
  }
}

/** Waits until no server of this cluster runs. */
export async function awaitEnd(cluster: string): Promise<void> {
  while (isServed(cluster)) await sleep(20);
}

/** Whether a process serves this cluster now. */
export function isServed(cluster: string): boolean {
  const postmaster = readPostmaster(cluster);
  return postmaster !== null && isServing(postmaster.pid, cluster);
}

/**
 * Removes the note of a server that did not end by itself, where its process id now belongs to something else, as it
 * often does after a container's restart. PostgreSQL would take that process for a server and refuse to start.
 */
export function forgetDeadServer(cluster: string): void {
  const noted = readPostmaster(cluster);
  if (noted === null || noted.pid === 0) return; // none, or one that is being written now
  if (!isServing(noted.pid, cluster)) fs.rmSync(noteOf(cluster), { force: true });
}

const noteOf = (cluster: string): string => path.join(cluster, 'postmaster.pid');

/** @source PostgreSQL, src/include/utils/pidfile.h: line 1 is the process, line 5 the folder of its socket */
function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = fs.readFileSync(noteOf(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a process is a server of this cluster, and not one that has got a dead server's id: it works in the folder. */
function isServing(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.includes(cluster);
  }
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    return false; // no such process, or one of another account
  }
}

const NOT_YET = ['57P01', '57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

async function answers(socketFolder: string): Promise<boolean> {
  if (socketFolder === '') return false;
  const client = new pg.Client({
    host: socketFolder,
    port: PORT,
    user: SUPERUSER,
    database: 'postgres',
  });
  // Without a listener the end of a server that has just answered would end this process too.
  let lost = false;
  client.on('error', () => (lost = true));
  try {
    await client.connect();
    await client.end();
    return !lost;
  } catch (error) {
    if (isNotYet(error as Error & { code?: string })) return false;
    throw error;
  }
}

/** A server that stops lets go of a connection that it is just taking, which pg tells without a code. */
const isNotYet = ({ code, message }: Error & { code?: string }): boolean =>
  code === undefined ? message === 'Connection terminated unexpectedly' : NOT_YET.includes(code);
