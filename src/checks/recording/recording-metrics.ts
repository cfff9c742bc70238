import { Injectable } from '@nestjs/common';
import {
  InjectMetric,
  makeCounterProvider,
  makeGaugeProvider,
  makeHistogramProvider,
} from '@willsoto/nestjs-prometheus';
import type { Counter, Gauge, Histogram } from 'prom-client';

const SIZE = 'registry_check_batch_size';
const SECONDS = 'registry_check_recording_seconds';
const WAITING = 'registry_checks_waiting';
const MOVED = 'registry_check_batches_decided_anew_total';

export const recordingMetrics = [
  makeHistogramProvider({
    name: SIZE,
    help: 'Checks that were recorded in one statement.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  }),
  makeHistogramProvider({
    name: SECONDS,
    help: 'How long it took to decide and record one batch of checks.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  }),
  makeGaugeProvider({ name: WAITING, help: 'Checks that wait to be recorded.' }),
  makeCounterProvider({
    name: MOVED,
    help: 'How often a batch of checks was decided anew because the history had grown.',
  }),
];

/** What is measured of the recorder, for those who run the service. */
@Injectable()
export class RecordingMetrics {
  constructor(
    @InjectMetric(SIZE) private readonly size: Histogram,
    @InjectMetric(SECONDS) private readonly seconds: Histogram,
    @InjectMetric(WAITING) private readonly waiting: Gauge,
    @InjectMetric(MOVED) private readonly moved: Counter,
  ) {}

  /** Has the number of checks that wait read whenever someone asks for it. */
  watch(waiting: () => number): void {
    Object.assign(this.waiting, { collect: () => this.waiting.set(waiting()) });
  }

  /** @returns what is to be called when the batch is done, with how often it was decided anew */
  begin(checks: number): (moved: number) => void {
    this.size.observe(checks);
    const end = this.seconds.startTimer();
    return (moved) => {
      end();
      if (moved > 0) this.moved.inc(moved);
    };
  }
}
