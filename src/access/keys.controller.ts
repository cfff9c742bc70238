import { Body, Controller, Delete, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersSecret } from '../http/answers-secret';
import { PageQuery } from '../http/page';
import { Allow } from './allow';
import { actorOf, CurrentCaller, type Caller } from './caller';
import { IssueKey } from './issue-key';
import { IssuedKeyAnswer, IssueKeyDto, KeyAnswer, KeyPage } from './keys.dto';
import { ReadCallers } from './read-callers';
import { ReadKeys } from './read-keys';
import { RevokeKey } from './revoke-key';

/** Keys of clients and of people; each is served under its own address. */
abstract class KeyRoutes {
  protected abstract readonly kind: Caller['kind'];
  protected abstract readonly readCallers: ReadCallers;
  protected abstract readonly readKeys: ReadKeys;
  protected abstract readonly issueKey: IssueKey;
  protected abstract readonly revokeKey: RevokeKey;

  /** Issues a key. The answer shows it whole, this once. Nobody issues a key to themselves. */
  @Post()
  @Allow('admin')
  @AnswersSecret(true)
  async issue(
    @Param('id') id: string,
    @Body() body: IssueKeyDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedKeyAnswer> {
    await this.readCallers.require(id, this.kind);
    const key = await this.issueKey.execute(id, body, actorOf(caller));
    const address = this.kind === 'client' ? 'clients' : 'people';
    void reply
      .header('Location', `/v1/${address}/${id}/keys/${key.id}`)
      .header('Cache-Control', 'no-store');
    return key;
  }

  /** All its keys, revoked and expired ones too, without what would open anything. */
  @Get()
  @Allow('admin', 'auditor')
  async page(@Param('id') id: string, @Query() query: PageQuery): Promise<KeyPage> {
    await this.readCallers.require(id, this.kind);
    return this.readKeys.page(query, id);
  }

  /** One of its keys, without what would open anything. */
  @Get(':keyId')
  @Allow('admin', 'auditor')
  async read(@Param('id') id: string, @Param('keyId') keyId: string): Promise<KeyAnswer> {
    await this.readCallers.require(id, this.kind);
    const { key, position } = await this.readKeys.one(id, keyId);
    return KeyAnswer.of(key, position);
  }

  /** Revokes a key: it, and each token that was bought with it, opens nothing from then on. Again is no error. */
  @Delete(':keyId')
  @Allow('admin')
  async revoke(
    @Param('id') id: string,
    @Param('keyId') keyId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<KeyAnswer> {
    await this.readCallers.require(id, this.kind);
    const key = await this.revokeKey.execute(id, keyId, actorOf(caller));
    return KeyAnswer.of(key, key.revision + 1);
  }
}

/** The keys of a client. */
@ApiTags('access')
@Controller('v1/clients/:id/keys')
export class ClientKeysController extends KeyRoutes {
  protected readonly kind = 'client';

  constructor(
    protected readonly readCallers: ReadCallers,
    protected readonly readKeys: ReadKeys,
    protected readonly issueKey: IssueKey,
    protected readonly revokeKey: RevokeKey,
  ) {
    super();
  }
}

/** The keys of a person. */
@ApiTags('access')
@Controller('v1/people/:id/keys')
export class PersonKeysController extends KeyRoutes {
  protected readonly kind = 'person';

  constructor(
    protected readonly readCallers: ReadCallers,
    protected readonly readKeys: ReadKeys,
    protected readonly issueKey: IssueKey,
    protected readonly revokeKey: RevokeKey,
  ) {
    super();
  }
}
