import { setTimeout as sleep } from 'node:timers/promises';
import { bytesOf, Connection, type Answer } from './connection';
import { Counting } from './counting';
import { monotonicMs, type ClosedPlan, type OpenPlan, type Tally, type Target } from './plan';

/** A closed loop of this folder's own connections. */
export async function runClosed(
  target: Target,
  { connections, seconds }: ClosedPlan,
  begin: () => void,
): Promise<Tally> {
  const run = await Run.prepare(target, connections);
  begin();
  const started = monotonicMs();
  const end = started + seconds * 1000;
  for (const connection of run.idle.splice(0)) {
    const next = (): void => {
      if (monotonicMs() < end) run.send(connection, monotonicMs(), next);
    };
    next();
  }
  await sleep(seconds * 1000);
  return run.finish((monotonicMs() - started) / 1000);
}

/**
 * An open loop: requests fall due evenly spaced, and wait where no connection is free; their time runs from when
 * they fell due, so that a server that stops for a while is not spared (no coordinated omission). Due requests are
 * sent once a millisecond.
 */
export async function runOpen(
  target: Target,
  { connections, seconds, rate, verdicts = false }: OpenPlan,
  begin: () => void,
): Promise<Tally> {
  const run = await Run.prepare(target, connections, verdicts);
  begin();
  const started = monotonicMs();
  const spacing = 1000 / rate;
  let sent = 0;
  const due = (): number => Math.min((monotonicMs() - started) / spacing, rate * seconds);
  const sendDue = (): void => {
    for (const wanted = due(); sent < wanted; sent += 1) {
      const connection = run.idle.pop();
      if (!connection) return;
      run.send(connection, started + sent * spacing, () => {
        run.idle.push(connection);
        if (sent < due()) sendDue();
      });
    }
  };
  while (monotonicMs() < started + seconds * 1000) {
    sendDue();
    await sleep(1);
  }
  const unsent = Math.max(0, Math.floor(due()) - sent);
  return run.finish((monotonicMs() - started) / 1000, unsent);
}

/** Open connections, and what was answered to them. */
class Run {
  readonly idle: Connection[] = [];
  private readonly open = new Set<Connection>();
  private readonly counting = new Counting();
  private next = 0;
  private under = 0;
  private finished = false;

  private constructor(
    private readonly target: Target,
    private readonly requests: readonly Buffer[],
    private readonly verdicts: boolean,
  ) {}

  static async prepare(target: Target, connections: number, verdicts = false): Promise<Run> {
    const requests = target.requests.map((request) => bytesOf(target.url, request));
    const run = new Run(target, requests, verdicts);
    for (let opened = 0; opened < connections; opened += 1) {
      await run.connect();
    }
    return run;
  }

  send(connection: Connection, dueAt: number, done: () => void): void {
    const index = this.next;
    this.next = (index + 1) % this.requests.length;
    const bytes = this.requests[index];
    if (!bytes) throw new Error('There is nothing to ask.');
    const sentAt = monotonicMs();
    this.under += 1;
    connection.send(bytes, (answer) => {
      this.under -= 1;
      if (this.finished) return;
      this.counting.add(answer.status, monotonicMs() - dueAt);
      if (this.verdicts) this.keep(answer, index, sentAt);
      done();
    });
  }

  /** Counts no more, waits for what is under way, and closes the connections. */
  async finish(seconds: number, unsent = 0): Promise<Tally> {
    this.finished = true;
    for (let waited = 0; this.under > 0 && waited < 200; waited += 1) await sleep(25);
    this.open.forEach((connection) => connection.close());
    return this.counting.tally(seconds, this.target.unitsPerRequest, unsent);
  }

  private async connect(): Promise<void> {
    const connection = await Connection.open(this.target.url, (...how) => this.broke(...how));
    this.open.add(connection);
    this.idle.push(connection);
  }

  /** A server may close a connection with its answer; another takes its place. */
  private broke(connection: Connection, wasAsked: boolean): void {
    this.open.delete(connection);
    const place = this.idle.indexOf(connection);
    if (place >= 0) this.idle.splice(place, 1);
    if (wasAsked) this.under -= 1;
    if (this.finished) return;
    if (wasAsked) this.counting.fail();
    this.connect().catch(() => this.counting.fail());
  }

  private keep({ status, bytes, bodyStart }: Answer, request: number, sentAt: number): void {
    if (status !== 201) return;
    const { verdict } = JSON.parse(bytes.toString('utf8', bodyStart)) as { verdict: string };
    this.counting.tell({ request, sentAt, verdict });
  }
}
