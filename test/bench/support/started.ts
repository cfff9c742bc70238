import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const TYPESCRIPT = path.resolve(__dirname, '../../support/typescript.js');

/** Runs one of this folder's programs as a process of its own, with messages to and fro. */
export function startProgram(file: string, ...args: string[]): ChildProcess {
  const child = fork(path.resolve(__dirname, '..', file), args, {
    execArgv: ['-r', TYPESCRIPT],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return endWithUs(child);
}

/** A server as a process of its own, which prints where it listens. */
export interface Server {
  readonly pid: number;
  readonly url: string;
  end(): Promise<void>;
}

/** Starts a server, and waits until it prints the line that ends in its address. */
export async function startServer(
  args: readonly string[],
  settings: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd: '/', // so that it reads no .env of whoever measures
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  const ended = once(child, 'close');
  const words: string[] = [];
  const listen = (line: string): void => {
    if (words.push(line) > LAST_WORDS) words.shift();
  };
  createInterface({ input: child.stderr }).on('line', listen);
  const output = createInterface({ input: child.stdout }).on('line', listen);
  const listening = new Promise<string>((resolve) => {
    output.on('line', (line) => {
      const [, url] = / ?(http:\/\/\S+)$/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([listening, ended.then(() => null)]);
  if (url === null || child.pid === undefined) throw new Error(words.join('\n'));
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid, url, end };
}

// Of what it logs, which is a line for each check that it refuses.
const LAST_WORDS = 20;

/** Starts one of this folder's programs that listens. */
export const startBaseline = (file: string, ...args: string[]): Promise<Server> =>
  startServer(['-r', TYPESCRIPT, path.resolve(__dirname, '..', file), ...args]);

const children = new Set<ChildProcess>();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

function endWithUs(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}
