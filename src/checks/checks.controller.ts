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
import { AnsweredAtHead } from '../access/answered-at-head';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { AsksNoDatabase } from '../http/take-turn.interceptor';
import { pathOf } from '../problems/answer-problem';
import { AskStanding } from './ask-standing';
import {
  AskedStandingAnswer,
  CheckAnswer,
  CheckBatchAnswer,
  CheckPage,
  KeptCheckAnswer,
} from './check-answer.dto';
import { CheckBatch } from './check-batch';
import { AskStandingDto, CheckBatchDto, CheckDto, ChecksQuery } from './checks.dto';
import { CountVerdicts } from './count-verdicts';
import { CheckNotFound } from './domain/errors';
import { MakeCheck } from './make-check';
import { ReadChecks } from './read-checks';
import { AskedReceiptForm } from './receipts/asked-receipt-form';
import type { AskedForm } from './receipts/receipt-issuer';

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
   *
   * The answer has a receipt to keep with the purchase. With `Accept: application/json; receipt=jws` it is a compact JWS
   * (RFC 7515); with `receipt=batch` one signature stands for all checks that were recorded together. Left out: as the
   * registry is set up, which is `batch` where nothing else is said.
   */
  @Post('checks')
  @UseInterceptors(CountVerdicts)
  @Allow('procurement')
  @AnsweredAtHead(true)
  @AsksNoDatabase(() => true)
  async check(
    @Body() body: CheckDto,
    @CurrentCaller() caller: Caller,
    @AskedReceiptForm() form: AskedForm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CheckAnswer> {
    const check = await this.makeCheck.execute(body, caller, form);
    void reply.header('Location', `/v1/checks/${check.id}`);
    return check;
  }

  /**
   * Up to 1000 checks, all decided at one position and recorded together, within 2 s or not at all. Each has a receipt;
   * its form can be asked for as with a single check.
   */
  @Post('checks/batch')
  @UseInterceptors(CountVerdicts)
  @HttpCode(200)
  @Allow('procurement')
  @AnsweredAtHead(true)
  @AsksNoDatabase(() => true)
  checkAll(
    @Body() { checks }: CheckBatchDto,
    @CurrentCaller() caller: Caller,
    @AskedReceiptForm() form: AskedForm,
    @Req() { url, id: requestId }: FastifyRequest,
  ): Promise<CheckBatchAnswer> {
    return this.checkBatch.execute(checks, caller, { instance: pathOf(url), requestId, form });
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

  /**
   * One check, exactly as it was answered, with its receipt; the form can be asked for as when it was made. A buyer reads
   * those that callers of its own agency made.
   */
  @Get('checks/:id')
  @Allow('procurement', 'auditor')
  read(
    @Param('id', new IdParam(CheckNotFound)) id: string,
    @CurrentCaller() caller: Caller,
    @AskedReceiptForm() form: AskedForm,
  ): Promise<KeptCheckAnswer> {
    return this.readChecks.one(id, caller, form);
  }

  /** What a check would say, now or with what was known then. Not recorded, and no permission to buy. */
  @Post('standing')
  @HttpCode(200)
  @Allow('procurement', 'admin', 'auditor')
  @AsksNoDatabase(({ body }) => !('knownAt' in (body as object)))
  standing(
    @Body() body: AskStandingDto,
    @CurrentCaller() caller: Caller,
  ): Promise<AskedStandingAnswer> {
    return this.askStanding.execute(body, caller);
  }
}
