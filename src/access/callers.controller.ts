import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { etagOf, requireMatch } from '../http/etag';
import { Allow } from './allow';
import { AmendCaller } from './amend-caller';
import { actorOf, CurrentCaller, type Caller } from './caller';
import {
  AmendCallerDto,
  CallerAnswer,
  CallerPage,
  CallersQuery,
  RegisterClientDto,
  RegisterPersonDto,
} from './callers.dto';
import { DisableCaller } from './disable-caller';
import { ReadCallers } from './read-callers';
import { RegisterCaller } from './register-caller';

/** What clients and people have in common; each is served under its own address. */
abstract class CallerRoutes {
  protected abstract readonly kind: Caller['kind'];
  protected abstract readonly readCallers: ReadCallers;
  protected abstract readonly amendCaller: AmendCaller;
  protected abstract readonly disableCaller: DisableCaller;

  /** All that are registered, disabled ones too, in the order in which they were. */
  @Get()
  @Allow('admin', 'auditor')
  page(@Query() query: CallersQuery): Promise<CallerPage> {
    return this.readCallers.page(query, this.kind);
  }

  /** One of them, as registered now. */
  @Get(':id')
  @Allow('admin', 'auditor')
  async read(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CallerAnswer> {
    const { caller, position } = await this.readCallers.one(id, this.kind);
    void reply.header('ETag', etagOf(caller.revision));
    return CallerAnswer.of(caller, position);
  }

  /** Changes the name, agency or roles; nobody changes their own. In force with the answer. */
  @Patch(':id')
  @Allow('admin')
  async amend(
    @Param('id') id: string,
    @Body() body: AmendCallerDto,
    @CurrentCaller() caller: Caller,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CallerAnswer> {
    await this.readCallers.require(id, this.kind);
    const amended = await this.amendCaller.execute(id, body, actorOf(caller), (revision) =>
      requireMatch(ifMatch, revision),
    );
    void reply.header('ETag', etagOf(amended.revision));
    return CallerAnswer.of(amended, amended.revision + 1);
  }

  /**
   * Disables it, for good: it stays on record, and its keys and tokens open nothing from then on; with a
   * person, those of the clients for which the person answers too. Again is no error.
   */
  @Delete(':id')
  @Allow('admin')
  async disable(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CallerAnswer> {
    await this.readCallers.require(id, this.kind);
    const disabled = await this.disableCaller.execute(id, actorOf(caller));
    void reply.header('ETag', etagOf(disabled.revision));
    return CallerAnswer.of(disabled, disabled.revision + 1);
  }

  protected created(
    reply: FastifyReply,
    { id, position }: { readonly id: string; readonly position: number },
  ): void {
    const address = this.kind === 'client' ? 'clients' : 'people';
    void reply.header('Location', `/v1/${address}/${id}`).header('ETag', etagOf(position - 1));
  }
}

/** Clients: machines that call, such as a procurement system. */
@ApiTags('access')
@Controller('v1/clients')
export class ClientsController extends CallerRoutes {
  protected readonly kind = 'client';

  constructor(
    private readonly registerCaller: RegisterCaller,
    protected readonly readCallers: ReadCallers,
    protected readonly amendCaller: AmendCaller,
    protected readonly disableCaller: DisableCaller,
  ) {
    super();
  }

  /** Registers a client. It calls with a key that is issued to it, or a token of the outside issuer. */
  @Post()
  @Allow('admin')
  async register(
    @Body() body: RegisterClientDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CallerAnswer> {
    const registration = { ...body, kind: this.kind } as const;
    const registered = await this.registerCaller.execute(registration, actorOf(caller));
    this.created(reply, registered);
    return CallerAnswer.of(registered.caller, registered.position);
  }
}

/** People, who call with keys or tokens of their own. */
@ApiTags('access')
@Controller('v1/people')
export class PeopleController extends CallerRoutes {
  protected readonly kind = 'person';

  constructor(
    private readonly registerCaller: RegisterCaller,
    protected readonly readCallers: ReadCallers,
    protected readonly amendCaller: AmendCaller,
    protected readonly disableCaller: DisableCaller,
  ) {
    super();
  }

  /** Registers a person. It calls with a key that is issued to it, or a token of the outside issuer. */
  @Post()
  @Allow('admin')
  async register(
    @Body() body: RegisterPersonDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CallerAnswer> {
    const registration = { ...body, kind: this.kind } as const;
    const registered = await this.registerCaller.execute(registration, actorOf(caller));
    this.created(reply, registered);
    return CallerAnswer.of(registered.caller, registered.position);
  }
}
