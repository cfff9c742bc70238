import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The processes that use a cluster's server, counted by the system: each holds a named pipe in the cluster's folder
 * open for writing, and the system closes it however the process ends. Whoever reads the pipe sees its end when the
 * last of them is gone.
 */
export class Holders {
  private held: number | undefined;

  private constructor(private readonly pipe: string) {}

  /** Counts this process in. */
  static join(cluster: string): Holders {
    const holders = new Holders(path.join(cluster, 'holders'));
    if (!fs.existsSync(holders.pipe)) holders.makePipe();
    // For reading and writing, since to open for writing alone waits for a reader.
    holders.held = fs.openSync(holders.pipe, fs.constants.O_RDWR);
    return holders;
  }

  /** A descriptor that reads the pipe, for the process that waits for its end. The caller closes it. */
  openEnd(): number {
    return fs.openSync(this.pipe, fs.constants.O_RDONLY);
  }

  /** Counts this process out. @returns whether others still use the server */
  leave(): boolean {
    if (this.held !== undefined) fs.closeSync(this.held);
    this.held = undefined;
    return this.areThereOthers();
  }

  private makePipe(): void {
    const { error, stderr } = spawnSync('mkfifo', ['-m', '600', this.pipe], { encoding: 'utf8' });
    // It may have failed because another process was first.
    if (!fs.existsSync(this.pipe)) throw error ?? new Error(stderr);
  }

  /** An empty pipe reads as ended without writers, and as "try again" with them. */
  private areThereOthers(): boolean {
    const end = fs.openSync(this.pipe, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    try {
      fs.readSync(end, Buffer.alloc(1));
      return false;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return true;
      throw error;
    } finally {
      fs.closeSync(end);
    }
  }
}
