import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { IdParam } from '../http/id-param';
import { VendorNotFound } from '../vendors/domain/errors';
import { ReadStanding } from './read-standing';
import { StandingAnswer, StandingQuery } from './standing.dto';

@ApiTags('lists')
@Controller('v1/vendors')
export class StandingController {
  constructor(private readonly readStanding: ReadStanding) {}

  /**
   * How a vendor stands on every list, and which exclusions name it, at an instant, as known now or then. No permission
   * to buy.
   */
  @Get(':id/standing')
  @Allow('procurement', 'admin', 'auditor')
  ofVendor(
    @Param('id', new IdParam(VendorNotFound)) id: string,
    @Query() query: StandingQuery,
  ): Promise<StandingAnswer> {
    return this.readStanding.execute(id, query);
  }
}
