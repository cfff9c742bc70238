import { Injectable } from '@nestjs/common';
import { MinuteWatch } from '../clock/minute-watch';
import { SealChecks } from './seal-checks';

/** Has checks sealed every minute in which there were any. */
@Injectable()
export class SealWatch extends MinuteWatch {
  constructor(private readonly sealChecks: SealChecks) {
    super('Checks could not be sealed; the next look tries again.');
  }

  protected act(): Promise<unknown> {
    return this.sealChecks.executeIfDue();
  }
}
