import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseInterceptors,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { pathOf } from '../problems/answer-problem';
import { AskStanding } from './ask-standing';
import { CheckAnswer, CheckBatchAnswer, CheckPage, AskedStandingAnswer } from './check-answer.dto';
import { CheckBatch } from './check-batch';
import { AskStandingDto, CheckBatchDto, CheckDto, ChecksQuery } from './checks.dto';
import { CountVerdicts } from './count-verdicts';
import { CheckNotFound } from './domain/errors';
import { MakeCheck } from './make-check';
import { ReadChecks } from './read-checks';

@ApiTags('checks')
@Controller('v1')
export class ChecksController {
  constructor(
    private readonly makeCheck: MakeCheck,
    private readonly checkBatch: CheckBatch,
    private readonly askStanding: AskStanding,
    private readonly readChecks: ReadChecks,
  ) {}

  /**
   * May this be bought, from this vendor? Every question that can be read gets a verdict: "no" is an answer.
   * Recorded before it is answered; what can't be recorded within 2 s is refused with 503.
   */
  @Post('checks')
  @UseInterceptors(CountVerdicts)
  @Allow('procurement')
  async check(
    @Body() body: CheckDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CheckAnswer> {
    const check = await this.makeCheck.execute(body, caller);
    void reply.header('Location', `/v1/checks/${check.id}`);
    return check;
  }

  /** Up to 1000 checks, all decided at one position and recorded together, within 8 s or not at all. */
  @Post('checks/batch')
  @UseInterceptors(CountVerdicts)
  @HttpCode(200)
  @Allow('procurement')
  checkAll(
    @Body() { checks }: CheckBatchDto,
    @CurrentCaller() caller: Caller,
    @Req() { url, id: requestId }: FastifyRequest,
  ): Promise<CheckBatchAnswer> {
    return this.checkBatch.execute(checks, caller, { instance: pathOf(url), requestId });
  }

  /** Recorded checks, newest first. A buyer reads those that callers of its own agency made. */
  @Get('checks')
  @ApiOkResponse({ type: CheckPage })
  @Allow('procurement', 'auditor')
  page(
    @Query() query: ChecksQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<CheckPage | StreamableFile> {
    const { format = 'json' } = query;
    return format === 'json'
      ? this.readChecks.page(query, caller)
      : this.readChecks.stream(query, caller, format);
  }

  /** One check, exactly as it was answered. A buyer reads those that callers of its own agency made. */
  @Get('checks/:id')
  @Allow('procurement', 'auditor')
  read(
    @Param('id', new IdParam(CheckNotFound)) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<CheckAnswer> {
    return this.readChecks.one(id, caller);
  }

  /** What a check would say, now or with what was known then. Not recorded, and no permission to buy. */
  @Post('standing')
  @HttpCode(200)
  @Allow('procurement', 'admin', 'auditor')
  standing(
    @Body() body: AskStandingDto,
    @CurrentCaller() caller: Caller,
  ): Promise<AskedStandingAnswer> {
    return this.askStanding.execute(body, caller);
  }
}
