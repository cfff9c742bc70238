import { setImmediate } from 'node:timers/promises';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { BatchStatement } from '../../src/checks/recording/batch-statement';
import { BatchWriter } from '../../src/checks/recording/batch-writer';
import { CheckRecorder } from '../../src/checks/recording/check-recorder';
import { RecorderConnection } from '../../src/checks/recording/recorder-connection';
import { RecordingMetrics } from '../../src/checks/recording/recording-metrics';
import type { Clock } from '../../src/clock/clock';
import { readEnvironment } from '../../src/config/environment';
import type { TestDatabase } from './database';
import { TestRegisters } from './registers';

/** Who issues the batches of a test. */
export const ISSUER = 'https://registry.example';

/** A recorder as the service has it, on a test's own database. */
export class TestRecorder {
  private constructor(
    readonly recorder: CheckRecorder,
    readonly registers: TestRegisters,
    private readonly measured: Registry,
    private readonly connection: RecorderConnection,
  ) {}

  static async open(
    { dataSource }: TestDatabase,
    clock: Clock,
    { statement = new BatchStatement(), queue = 4096 } = {},
  ): Promise<TestRecorder> {
    const environment = readEnvironment({
      BASE_URL: ISSUER,
      CHECK_QUEUE_LENGTH: String(queue),
    });
    const registers = await TestRegisters.open(dataSource);
    const connection = new RecorderConnection(dataSource, statement);
    const writer = new BatchWriter(connection, registers, clock, environment);
    const measured = new Registry();
    const recorder = new CheckRecorder(writer, metricsIn(measured), environment);
    return new TestRecorder(recorder, registers, measured, connection);
  }

  /** The value of a metric without labels. */
  async metric(name: string): Promise<number> {
    // What was answered just now is counted a moment later.
    await setImmediate();
    const line = (await this.measured.metrics())
      .split('\n')
      .find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ')[1]);
  }

  async close(): Promise<void> {
    await this.connection.onApplicationShutdown();
    await this.registers.close();
  }
}

function metricsIn(registry: Registry): RecordingMetrics {
  const named = (name: string) => ({ name, help: name, registers: [registry] });
  return new RecordingMetrics(
    new Histogram({ ...named('size'), buckets: [1, 256] }),
    new Histogram(named('seconds')),
    new Gauge(named('waiting')),
    new Counter(named('moved')),
  );
}
