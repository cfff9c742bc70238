import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { ProceedingNotFound } from './domain/errors';
import type { GivenStep } from './domain/take-step';
import { OpenProceeding } from './open-proceeding';
import { ProceedingAnswer, ProceedingPage } from './proceeding-answer.dto';
import { orderOf, givenAnswer, givenDecision, givenNotice } from './proceeding-body';
import {
  OpenProceedingDto,
  ProceedingAtQuery,
  ProceedingsQuery,
  RecordAnswerDto,
  RecordDecisionDto,
  RecordNoticeDto,
} from './proceedings.dto';
import { ReadProceedings } from './read-proceedings';
import { RecordStep } from './record-step';

const ProceedingId = new IdParam(ProceedingNotFound);

@ApiTags('proceedings')
@Controller('v1/proceedings')
export class ProceedingsController {
  constructor(
    private readonly openProceeding: OpenProceeding,
    private readonly recordStep: RecordStep,
    private readonly readProceedings: ReadProceedings,
  ) {}

  /** Opens a proceeding against a vendor: a suspension, a debarment or a removal is proposed. It bars nobody. */
  @Post()
  @Allow('admin')
  async open(
    @Body() body: OpenProceedingDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProceedingAnswer> {
    const opened = await this.openProceeding.execute(orderOf(body), caller);
    void reply.header('Location', `/v1/proceedings/${opened.proceeding.id}`);
    return ProceedingAnswer.of(opened.proceeding, opened.at, opened.position);
  }

  /** Proceedings as they stand at an instant, newest first, as known now or then. */
  @Get()
  @Allow('admin', 'auditor')
  page(@Query() query: ProceedingsQuery): Promise<ProceedingPage> {
    return this.readProceedings.page(query);
  }

  /** One proceeding: its steps, what is due and what is late. */
  @Get(':id')
  @Allow('admin', 'auditor')
  one(
    @Param('id', ProceedingId) id: string,
    @Query() query: ProceedingAtQuery,
  ): Promise<ProceedingAnswer> {
    return this.readProceedings.one(id, query);
  }

  /** Records that the vendor was told, and until when it may answer. */
  @Post(':id/notice')
  @HttpCode(200)
  @Allow('admin')
  notify(
    @Param('id', ProceedingId) id: string,
    @Body() body: RecordNoticeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProceedingAnswer> {
    return this.record(id, givenNotice(body), caller);
  }

  /** Records the vendor's answer, late or not. A proposed debarment is then to be decided in thirty working days. */
  @Post(':id/answer')
  @HttpCode(200)
  @Allow('admin')
  answer(
    @Param('id', ProceedingId) id: string,
    @Body() body: RecordAnswerDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProceedingAnswer> {
    return this.record(id, givenAnswer(body), caller);
  }

  /**
   * Records the decision; without an answer only once the vendor can answer no more. It bars nobody: the exclusion or
   * the removal itself is proposed by one person and approved by another.
   */
  @Post(':id/decision')
  @HttpCode(200)
  @Allow('admin')
  decide(
    @Param('id', ProceedingId) id: string,
    @Body() body: RecordDecisionDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProceedingAnswer> {
    return this.record(id, givenDecision(body), caller);
  }

  private async record(id: string, given: GivenStep, caller: Caller): Promise<ProceedingAnswer> {
    const { proceeding, at, position } = await this.recordStep.execute(id, given, caller);
    return ProceedingAnswer.of(proceeding, at, position);
  }
}
