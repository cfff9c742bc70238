import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { IdParam } from '../http/id-param';
import { VendorNotFound } from '../vendors/domain/errors';
import { ExclusionNotFound } from './domain/errors';
import {
  ExclusionPage,
  VendorExclusionsAnswer,
  WholeExclusionAnswer,
} from './exclusion-answer.dto';
import { ExclusionAtQuery, ExclusionsQuery } from './exclusions.dto';
import { ReadExclusions } from './read-exclusions';

@ApiTags('exclusions')
@Controller('v1')
export class ExclusionsController {
  constructor(private readonly readExclusions: ReadExclusions) {}

  /** Exclusions as they stand at an instant, newest first, as known now or then. */
  @Get('exclusions')
  @Allow('procurement', 'admin', 'auditor')
  page(@Query() query: ExclusionsQuery): Promise<ExclusionPage> {
    return this.readExclusions.page(query);
  }

  /** One exclusion: what it covers, whom it binds, all that it ever said, and its waivers. */
  @Get('exclusions/:id')
  @Allow('procurement', 'admin', 'auditor')
  one(
    @Param('id', new IdParam(ExclusionNotFound)) id: string,
    @Query() query: ExclusionAtQuery,
  ): Promise<WholeExclusionAnswer> {
    return this.readExclusions.one(id, query);
  }

  /**
   * The exclusions in effect that name a vendor. Others may reach it through those that it belongs to, or cover what it
   * sells; that there is none here is no permission to buy.
   */
  @Get('vendors/:id/exclusions')
  @Allow('procurement', 'admin', 'auditor')
  ofVendor(
    @Param('id', new IdParam(VendorNotFound)) id: string,
    @Query() query: ExclusionAtQuery,
  ): Promise<VendorExclusionsAnswer> {
    return this.readExclusions.ofVendor(id, query);
  }
}
