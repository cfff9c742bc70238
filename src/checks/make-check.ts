import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { Environment } from '../config/environment';
import type { RecordedCheck } from './domain/check';
import type { AskedCheck } from './domain/parse-question';
import { recordingSeconds, recordInTime } from './record-in-time';
import type { Asking } from './recording/asking';
import { checkOf, type Outcomes } from './recording/outcome';
import { recordIn } from './recording/record-once';

/** Answers whether a vendor may be bought from. No answer without its record, and none in doubt of it. */
@Injectable()
export class MakeCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /**
   * Decides and records one check.
   *
   * @throws {MalformedIdentifier} when an identifier breaks its format
   * @throws {InvalidRequest} when members don't fit each other, or there is no list of that code
   * @throws {PositionNotReached} when the history is shorter than `minPosition`
   * @throws {NotRecordedInTime} when the record could not be committed within 2 s
   */
  async execute(asked: AskedCheck, caller: Asking): Promise<RecordedCheck> {
    const { outcomes } = await this.executeAll([asked], caller);
    return checkOf(outcomes[0]).check;
  }

  /**
   * Decides checks at one position and records them together; what is wrong with one is told of it alone.
   *
   * @throws {NotRecordedInTime} when the records could not be committed within 8 s, or the only one within 2 s
   */
  executeAll(asked: readonly AskedCheck[], asking: Asking): Promise<Outcomes> {
    const { clock, environment } = this;
    return recordInTime(this.dataSource, recordingSeconds(asked.length), (tx) =>
      recordIn(tx, asked, { asking, clock, issuer: environment.BASE_URL }),
    );
  }
}
