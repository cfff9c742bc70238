import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { SuspensionNotFound } from '../lists/domain/errors';
import { ConfirmSuspension } from './confirm-suspension';
import { noticeOf } from './content-of';
import { ReadProposals } from './read-proposals';
import { Suspend } from './suspend';
import { SuspendDto, SuspendedAnswer, SuspensionAnswer } from './suspensions.dto';

const SuspensionId = new IdParam(SuspensionNotFound);

@ApiTags('suspensions')
@Controller('v1/suspensions')
export class SuspensionsController {
  constructor(
    private readonly suspend: Suspend,
    private readonly confirmSuspension: ConfirmSuspension,
    private readonly readProposals: ReadProposals,
  ) {}

  /** Suspends a vendor at once. Lapses by the list's policy unless another person confirms it. */
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

  /** One suspension. Whether it still holds is in the vendor's standing. */
  @Get(':id')
  @Allow('admin', 'auditor')
  async read(@Param('id', SuspensionId) id: string): Promise<SuspensionAnswer> {
    const { suspension, position } = await this.readProposals.suspension(id);
    return SuspensionAnswer.of(suspension, position);
  }

  /** Another person confirms: the suspension lasts until a reinstatement or a removal. */
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
