import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { CheckNotFound } from '../checks/domain/errors';
import { IdParam } from '../http/id-param';
import { PageQuery } from '../http/page';
import { CheckProofAnswer, SealAnswer, SealPage } from './evidence.dto';
import { ProveCheck } from './prove-check';
import { ReadSeals } from './read-seals';
import { SealChecks } from './seal-checks';

@ApiTags('evidence')
@Controller('v1/checks')
export class EvidenceController {
  constructor(
    private readonly sealChecks: SealChecks,
    private readonly readSeals: ReadSeals,
    private readonly proveCheck: ProveCheck,
  ) {}

  /**
   * Seals every check that was recorded and is not sealed yet, and answers the newest seal. 201 where one was made, 200
   * where all were sealed already. The registry does the same by itself every minute in which there were checks.
   */
  @Post('seals')
  @ApiCreatedResponse({ type: SealAnswer, description: 'Sealed; the newest seal.' })
  @ApiOkResponse({ type: SealAnswer, description: 'Nothing waited; the newest seal.' })
  @Allow('auditor')
  async seal(@Res({ passthrough: true }) reply: FastifyReply): Promise<SealAnswer> {
    const { seal, made } = await this.sealChecks.execute();
    void reply.status(made > 0 ? 201 : 200);
    void reply.header('Location', `/v1/checks/seals/${seal.statement.number}`);
    return SealAnswer.of(seal);
  }

  /** Seals, newest first. */
  @Get('seals')
  @Allow('auditor')
  page(@Query() query: PageQuery): Promise<SealPage> {
    return this.readSeals.page(query);
  }

  /** One seal, as its history entry tells it. */
  @Get('seals/:number')
  @Allow('auditor')
  read(@Param('number') number: string): Promise<SealAnswer> {
    return this.readSeals.one(number);
  }

  /**
   * Proves that a check is recorded as it was answered: everything is recomputed, from the answer to the history entry
   * of its seal, and where the record does not agree with itself the answer says where. Can be verified again offline.
   * A buyer has the checks proved that callers of its own agency made.
   */
  @Get(':id/proof')
  @Allow('procurement', 'auditor')
  prove(
    @Param('id', new IdParam(CheckNotFound)) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<CheckProofAnswer> {
    return this.proveCheck.execute(id, caller);
  }
}
