import { Body, Controller, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { ChangesNothing } from '../http/changes-nothing';
import { CoverageAnswer } from './coverage-answer.dto';
import { CoverageQuery } from './coverage.dto';
import { FindCoverage } from './find-coverage';
import type { GivenPurchases } from './given-purchase';
import { ApiPurchases, PurchasesBody } from './purchases-body';
import { streamCoverage } from './stream-coverage';

@ApiTags('checks')
@Controller('v1/checks/coverage')
export class CoverageController {
  constructor(private readonly findCoverage: FindCoverage) {}

  /**
   * Which purchases had no check, one too old at the award, or one that said no. A check is a purchase's own when it has
   * the same reference and is about the same vendor, and for the same agency and list as far as these are given; of
   * several the latest decided at or before the award decides.
   */
  @Post()
  @HttpCode(200)
  @ChangesNothing()
  @ApiPurchases()
  @ApiOkResponse({ type: CoverageAnswer })
  @Allow('auditor')
  async find(
    @Body(new PurchasesBody()) { purchases, ignoredColumns }: GivenPurchases,
    @Query() { format = 'json', ...terms }: CoverageQuery,
  ): Promise<StreamableFile> {
    const found = await this.findCoverage.execute(purchases, terms);
    return streamCoverage(found, { ignoredColumns, format });
  }
}
