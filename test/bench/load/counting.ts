import type { Tally, Told } from './plan';

/** Counts answers while a load runs. */
export class Counting {
  private readonly latencies: number[] = [];
  private readonly statuses: Record<number, number> = {};
  private readonly verdicts: Told[] = [];
  private errors = 0;

  add(status: number, latencyMs: number): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status >= 200 && status < 300) this.latencies.push(latencyMs);
  }

  tell(told: Told): void {
    this.verdicts.push(told);
  }

  fail(): void {
    this.errors += 1;
  }

  tally(seconds: number, unitsPerRequest: number, unsent = 0): Tally {
    return {
      ...{ seconds, unsent, errors: this.errors, statuses: this.statuses },
      latencies: Float64Array.from(this.latencies),
      units: this.latencies.length * unitsPerRequest,
      verdicts: this.verdicts,
    };
  }
}
