/** One request, as it is sent again and again. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A server and what it is asked. */
export interface Target {
  readonly url: string;
  readonly requests: readonly Request[];
  /** Things that one request has done, such as the checks of a batch. */
  readonly unitsPerRequest: number;
}

/** How a target is loaded. */
export type Plan = ClosedPlan | OpenPlan;

/** Each connection sends its next request when the last one was answered. */
export interface ClosedPlan {
  readonly kind: 'closed';
  readonly client: 'autocannon' | 'own';
  readonly connections: number;
  readonly seconds: number;
}

/** Requests fall due at a rate, whether or not those before were answered. */
export interface OpenPlan {
  readonly kind: 'open';
  /** Requests a second, evenly spaced. */
  readonly rate: number;
  readonly connections: number;
  readonly seconds: number;
  /** Whether each answer's verdict is kept, by request. */
  readonly verdicts?: boolean;
}

/** What came of a load. */
export interface Tally {
  readonly seconds: number;
  /** Milliseconds of each request that was answered with 2xx: from when it was sent; in an open loop, from when it was due. */
  readonly latencies: Float64Array;
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Connections that broke. */
  readonly errors: number;
  /** Requests that fell due and were not sent by the end, for want of a free connection. */
  readonly unsent: number;
  /** Things that were done: requests answered with 2xx times the units of one. */
  readonly units: number;
  readonly verdicts?: readonly Told[];
}

/** A verdict, and of which request. */
export interface Told {
  /** Index of the request in its target. */
  readonly request: number;
  /** Milliseconds of the machine's monotonic clock, which all processes share. */
  readonly sentAt: number;
  readonly verdict: string;
}

/** Milliseconds of the machine's monotonic clock. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
