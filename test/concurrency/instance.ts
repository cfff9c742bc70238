import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceProcess } from '../support/service-process';

/** One instance of the service, over all the processes that it is in turn. */
export class Instance {
  /** How often it was killed. */
  kills = 0;
  /** How often it was paused. */
  pauses = 0;
  /** What it said that it should not have, and how it ended by itself. */
  readonly words: string[] = [];
  private process: ServiceProcess | null = null;

  constructor(
    readonly name: string,
    private readonly settings: NodeJS.ProcessEnv,
    private readonly program: readonly string[],
  ) {}

  /** Where it listens now; null while it does not run. */
  get url(): string | null {
    return this.process?.url ?? null;
  }

  async start(): Promise<void> {
    const process = await ServiceProcess.start(this.settings, this.program);
    this.process = process;
    void process.end().then((how) => {
      if (this.process !== process) return;
      this.process = null;
      this.words.push(`${this.name} ended by itself (${String(how)}).`, ...process.lines.slice(-5));
    });
  }

  /** Stops the process where it stands, for a while. What is sent to it waits. */
  async pause(milliseconds: number): Promise<void> {
    this.pauses += 1;
    this.process?.signal('SIGSTOP');
    await sleep(milliseconds);
    this.process?.signal('SIGCONT');
  }

  /** Ends the process wherever it stands, and waits for its end. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.end();
  }

  /** The same at the end of a trial. */
  async end(): Promise<void> {
    const { process } = this;
    this.process = null;
    process?.signal('SIGKILL');
    await process?.end();
  }
}
