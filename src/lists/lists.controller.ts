import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { actorOf, CurrentCaller, type Caller } from '../access/caller';
import { etagOf, requireMatch } from '../http/etag';
import { KnownAtPageQuery, KnownAtQuery } from '../http/known-at.dto';
import { AmendList } from './amend-list';
import { CreateList } from './create-list';
import { AmendListDto, CreateListDto, ListAnswer, ListPage } from './lists.dto';
import { ReadLists } from './read-lists';

@ApiTags('lists')
@Controller('v1/lists')
export class ListsController {
  constructor(
    private readonly createList: CreateList,
    private readonly amendList: AmendList,
    private readonly readLists: ReadLists,
  ) {}

  /** Opens an approved list. */
  @Post()
  @Allow('admin')
  async create(
    @Body() body: CreateListDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListAnswer> {
    const list = await this.createList.execute(
      { ...body, policy: body.policy ?? {} },
      actorOf(caller),
    );
    void reply.header('Location', `/v1/lists/${list.code}`).header('ETag', etagOf(list.revision));
    return ListAnswer.of(list, list.revision + 1);
  }

  /** All approved lists, in order of their codes. */
  @Get()
  @Allow('procurement', 'admin', 'auditor')
  page(@Query() query: KnownAtPageQuery): Promise<ListPage> {
    return this.readLists.page(query);
  }

  /** One approved list with its categories and policy. */
  @Get(':code')
  @Allow('procurement', 'admin', 'auditor')
  async read(
    @Param('code') code: string,
    @Query() { knownAt }: KnownAtQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListAnswer> {
    const { list, position } = await this.readLists.one(code, knownAt);
    void reply.header('ETag', etagOf(list.revision));
    return ListAnswer.of(list, position);
  }

  /** Changes the name, owner, categories or policy of a list. */
  @Patch(':code')
  @Allow('admin')
  async amend(
    @Param('code') code: string,
    @Body() body: AmendListDto,
    @CurrentCaller() caller: Caller,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListAnswer> {
    const list = await this.amendList.execute(code, body, actorOf(caller), (revision) =>
      requireMatch(ifMatch, revision),
    );
    void reply.header('ETag', etagOf(list.revision));
    return ListAnswer.of(list, list.revision + 1);
  }
}
