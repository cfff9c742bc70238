import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { SuspensionNotFound } from '../lists/domain/errors';
import { ConfirmSuspension } from './confirm-suspension';
import { noticeOf } from './said-in-proposal';
import { ReadSuspensions } from './read-suspensions';
import { Suspend } from './suspend';
import {
  SuspendDto,
  SuspendedAnswer,
  SuspensionAnswer,
  SuspensionPage,
  SuspensionsQuery,
} from './suspensions.dto';

const SuspensionId = new IdParam(SuspensionNotFound);

@ApiTags('suspensions')
@Controller('v1/suspensions')
export class SuspensionsController {
  constructor(
    private readonly suspend: Suspend,
    private readonly confirmSuspension: ConfirmSuspension,
    private readonly readSuspensions: ReadSuspensions,
  ) {}

  /**
   * Suspends a vendor at once, on one list or as a whole. Lapses by the list's policy unless another person confirms
   * it; as a whole, by the earliest of the policies of its lists.
   */
  @Post()
  @Allow('admin')
  async make(
    @Body() body: SuspendDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SuspendedAnswer> {
    const { vendor, list = null, authority, reason } = body;
    const order = { vendor: vendor.toLowerCase(), list, reason, notice: noticeOf(body.notice) };
    const suspended = await this.suspend.execute({ ...order, authority: { ...authority } }, caller);
    const { suspension, entries, position } = suspended;
    void reply.header('Location', `/v1/suspensions/${suspension.id}`);
    return { ...SuspensionAnswer.of(suspension, position), entries };
  }

  /** Suspensions, newest first. */
  @Get()
  @Allow('admin', 'auditor')
  page(@Query() query: SuspensionsQuery): Promise<SuspensionPage> {
    return this.readSuspensions.page(query);
  }

  /** One suspension, and what has become of it. */
  @Get(':id')
  @Allow('admin', 'auditor')
  read(@Param('id', SuspensionId) id: string): Promise<SuspensionAnswer> {
    return this.readSuspensions.one(id);
  }

  /** Another person confirms: a listing stays suspended until it is reinstated or removed, the exclusion until it is ended. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('admin')
  async confirm(
    @Param('id', SuspensionId) id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SuspendedAnswer> {
    const { suspension, entries, position } = await this.confirmSuspension.execute(id, caller);
    return { ...SuspensionAnswer.of(suspension, position), entries };
  }
}
