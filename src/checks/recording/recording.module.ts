import { Module } from '@nestjs/common';
import { BatchStatement } from './batch-statement';
import { BatchWriter } from './batch-writer';
import { CheckPartitions } from './check-partitions';
import { CheckRecorder } from './check-recorder';
import { RecorderConnection } from './recorder-connection';
import { RecordingMetrics, recordingMetrics } from './recording-metrics';

/** How checks come to be recorded. */
@Module({
  providers: [
    ...[CheckRecorder, BatchWriter, RecorderConnection, BatchStatement],
    ...[RecordingMetrics, ...recordingMetrics, CheckPartitions],
  ],
  exports: [CheckRecorder],
})
export class RecordingModule {}
