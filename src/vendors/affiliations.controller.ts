import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { actorOf, CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import {
  AffiliationAnswer,
  AffiliationsAnswer,
  AffiliationsQuery,
  RecordAffiliationDto,
  RecordedAffiliationAnswer,
} from './affiliations.dto';
import { VendorNotFound } from './domain/errors';
import { ReadAffiliations } from './read-affiliations';
import { RecordAffiliation } from './record-affiliation';

@ApiTags('vendors')
@Controller('v1/vendors/:id/affiliations')
export class AffiliationsController {
  constructor(
    private readonly recordAffiliation: RecordAffiliation,
    private readonly readAffiliations: ReadAffiliations,
  ) {}

  /**
   * Records that another vendor belongs to this one. One person may, since it can only bring a vendor under exclusions;
   * to end an affiliation, propose `end-affiliation` to a second person.
   */
  @Post()
  @Allow('admin')
  async record(
    @Param('id', new IdParam(VendorNotFound)) id: string,
    @Body() body: RecordAffiliationDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RecordedAffiliationAnswer> {
    const { kind, vendor, effectiveFrom, effectiveTo, authority, reason, corrects } = body;
    const said = { relation: kind, other: vendor.toLowerCase(), effectiveFrom };
    const grounds = { authority, reason, corrects };
    const { affiliation, other, position } = await this.recordAffiliation.execute(
      id,
      { ...said, effectiveTo: effectiveTo ?? null, ...grounds },
      actorOf(caller),
    );
    return { ...AffiliationAnswer.of(id, affiliation, [other]), position };
  }

  /** Whom a vendor belongs to and who belongs to it at an instant, as known now or then. */
  @Get()
  @Allow('procurement', 'admin', 'auditor')
  read(
    @Param('id', new IdParam(VendorNotFound)) id: string,
    @Query() query: AffiliationsQuery,
  ): Promise<AffiliationsAnswer> {
    return this.readAffiliations.execute(id, query);
  }
}
