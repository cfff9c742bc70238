import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabaseLocation } from '../../src/database/registry-data-source';

/** The account that a process is started as; without members, this one's. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** A process of its own that appends entries to a registry's history until it is ended. */
export class RegistryProcess {
  /** The positions that it was told are recorded, in order. */
  readonly acknowledged: number[] = [];
  private readonly ended: Promise<unknown>;
  private words = '';

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    process.once('exit', () => child.kill('SIGKILL')); // when a test failed before its end
    child.stderr?.on('data', (text: Buffer) => (this.words += text.toString()));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line !== 'ready') this.acknowledged.push(Number(line));
    });
  }

  static start(location: DatabaseLocation, account: Account = {}): RegistryProcess {
    return new RegistryProcess(
      spawn(
        process.execPath,
        [
          '-r',
          './test/support/typescript.js',
          'test/support/append-entries.ts',
          JSON.stringify(location),
        ],
        { ...account, cwd: path.resolve(__dirname, '../..'), stdio: ['ignore', 'pipe', 'pipe'] },
      ),
    );
  }

  /** Waits until so many entries more are acknowledged. */
  async acknowledges(entries: number): Promise<void> {
    const enough = this.acknowledged.length + entries;
    while (this.acknowledged.length < enough) {
      const ended = await Promise.race([this.ended, once(this.child.stdout!, 'data')]);
      if (this.child.exitCode !== null)
        throw new Error(`It ended (${String(ended)}): ${this.words}`);
    }
  }

  /** Sends a signal and waits for the end. @returns the exit code, or the signal that ended it */
  async end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    this.child.kill(signal);
    await this.ended;
    return this.child.exitCode ?? this.child.signalCode;
  }
}
