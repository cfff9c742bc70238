import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const TYPESCRIPT = ['-r', path.join(__dirname, 'typescript.js')];

/** What Node.js is given to run a program of this project as it stands, without a build. */
export const fromSource = (program: string): string[] => [
  ...TYPESCRIPT,
  path.resolve(__dirname, '../..', program),
];

/** The whole service as a process of its own, as `npm start` runs it, on a free port. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<unknown>,
    /** Where it listens. */
    readonly url: string,
    /** What it has printed so far, line by line. */
    readonly lines: readonly string[],
  ) {}

  /**
   * Starts it with these settings and no others, and waits until it listens.
   *
   * @param program what Node.js is given to run; the service as it stands, when left out
   */
  static async start(
    settings: NodeJS.ProcessEnv,
    program: readonly string[] = fromSource('src/main.ts'),
  ): Promise<ServiceProcess> {
    const child = spawn(process.execPath, program, {
      cwd: '/', // so that it reads no .env of whoever runs the tests
      env: { PATH: process.env['PATH'], PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    const kill = (): boolean => child.kill('SIGKILL');
    process.once('exit', kill); // when a test failed before its end
    void ended.then(() => process.off('exit', kill));
    const lines: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
    const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    const listening = new Promise<string>((resolve) => {
      output.on('line', (line) => {
        const [, url] = /^The registry answers at (.*)$/.exec(line) ?? [];
        if (url !== undefined) resolve(url);
      });
    });
    const url = await Promise.race([listening, ended.then(() => null)]);
    if (url === null) throw new Error(`The service ended: ${lines.join('\n')}`);
    return new ServiceProcess(child, ended, url, lines);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Waits for the end. @returns the exit code, or the signal that ended it */
  async end(): Promise<number | NodeJS.Signals | null> {
    await this.ended;
    return this.child.exitCode ?? this.child.signalCode;
  }
}
