import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import {
  makeGaugeProvider,
  makeHistogramProvider,
  PrometheusModule,
} from '@willsoto/nestjs-prometheus';
import { DatabaseHealth } from './database-health';
import { HealthController } from './health.controller';
import { HISTORY_SIZE, HistorySize } from './history-size';
import { MetricsController } from './metrics.controller';
import { RegisterHealth } from './register-health';
import { REQUEST_DURATION, RequestRecord } from './request-record';

const requestDuration = makeHistogramProvider({
  name: REQUEST_DURATION,
  help: 'How long requests took, by method, route and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

const historySize = makeGaugeProvider({
  name: HISTORY_SIZE,
  help: 'Entries of the history: the position of the registry.',
});

/** How the service is: for those who run it. */
@Module({
  imports: [
    TerminusModule.forRoot({ logger: false }),
    PrometheusModule.register({ controller: MetricsController, path: '/metrics' }),
  ],
  controllers: [HealthController],
  providers: [
    DatabaseHealth,
    RegisterHealth,
    RequestRecord,
    HistorySize,
    requestDuration,
    historySize,
  ],
})
export class HealthModule {}
