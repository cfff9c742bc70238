import { Injectable } from '@nestjs/common';
import { MinuteWatch } from '../clock/minute-watch';
import { RecordLapses } from './record-lapses';

/** Has lapses recorded soon after they come. */
@Injectable()
export class LapseWatch extends MinuteWatch {
  constructor(private readonly recordLapses: RecordLapses) {
    super('Lapses could not be recorded; the next look tries again.');
  }

  protected act(): Promise<unknown> {
    return this.recordLapses.execute();
  }
}
