import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { ExclusionNotFound } from '../exclusions/domain/errors';
import { IdParam } from '../http/id-param';
import { InvalidRequest } from '../problems/registry-error';
import { ProposalNotFound } from '../proposals/domain/errors';
import { ImpactAnswer } from '../proposals/impact.dto';
import { normaliseName } from '../screening/domain/normalise-name';
import { VendorNotFound } from '../vendors/domain/errors';
import type { Exposed } from './concerns';
import { ExposureAnswer, ProposalImpactAnswer } from './exposure-answer.dto';
import { ArticleExposureQuery, ExposureQuery, VendorExposureQuery } from './exposure.dto';
import { ForeseeImpact } from './foresee-impact';
import { ReadExposure } from './read-exposure';

@ApiTags('exposure')
@Controller('v1')
export class ExposureController {
  constructor(
    private readonly readExposure: ReadExposure,
    private readonly foreseeImpact: ForeseeImpact,
  ) {}

  /**
   * Who checked a vendor, or one that belongs to it, and who was told "eligible": by agency and by client, with
   * references and amounts.
   */
  @Get('vendors/:id/exposure')
  @ApiOkResponse({ type: ExposureAnswer })
  @Allow('admin', 'auditor')
  ofVendor(
    @Param('id', new IdParam(VendorNotFound)) vendor: string,
    @Query() { affiliates = true, ...query }: VendorExposureQuery,
  ): Promise<ExposureAnswer | StreamableFile> {
    return this.answer({ vendor, affiliates }, query);
  }

  /**
   * Who checked the vendor that an exclusion names, or one that it ever reached, and who asked before buying what it
   * ever covered, whoever sold it. What is covered is looked for in what was to be bought, the newest checks first.
   */
  @Get('exclusions/:id/exposure')
  @ApiOkResponse({ type: ExposureAnswer })
  @Allow('admin', 'auditor')
  ofExclusion(
    @Param('id', new IdParam(ExclusionNotFound)) exclusion: string,
    @Query() query: ExposureQuery,
  ): Promise<ExposureAnswer | StreamableFile> {
    return this.answer({ exclusion }, query);
  }

  /** Who asked before buying an article, whoever sold it; by the rules by which exclusions cover articles. */
  @Get('exposure')
  @ApiOkResponse({ type: ExposureAnswer })
  @Allow('admin', 'auditor')
  ofArticle(
    @Query() { manufacturer, product, ...query }: ArticleExposureQuery,
  ): Promise<ExposureAnswer | StreamableFile> {
    if (normaliseName(manufacturer) === '') {
      const message = 'must hold a letter or a digit';
      throw new InvalidRequest([{ pointer: '/manufacturer', message }]);
    }
    return this.answer({ manufacturer, product: product ?? null }, query);
  }

  /**
   * The recorded checks of the last 90 days whose verdicts a pending proposal would turn if it were approved now. What
   * was told when it was proposed stands in the proposal.
   */
  @Get('proposals/:id/impact')
  @Allow('admin', 'auditor')
  async ofProposal(
    @Param('id', new IdParam(ProposalNotFound)) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ProposalImpactAnswer> {
    const { impact, position } = await this.foreseeImpact.execute(id, caller);
    return { ...ImpactAnswer.of(impact), position };
  }

  private answer(exposed: Exposed, query: ExposureQuery): Promise<ExposureAnswer | StreamableFile> {
    const { format = 'json' } = query;
    return format === 'json'
      ? this.readExposure.page(exposed, query)
      : this.readExposure.stream(exposed, query, format);
  }
}
