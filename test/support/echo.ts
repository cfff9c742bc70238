import { Body, Controller, Get, HttpCode, Module, Param, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Max, ValidateNested } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Allow, AllowAnyone } from '../../src/access/allow';
import { AppModule } from '../../src/app.module';
import { AnswersSecret } from '../../src/http/answers-secret';
import { PageQuery } from '../../src/http/page';
import { IsInstant, IsText, MayBeAbsent } from '../../src/http/validators';
import { RegistryError } from '../../src/problems/registry-error';

class InnerDto {
  @IsText(10)
  readonly name!: string;

  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

class EchoDto {
  @IsText(10)
  readonly name!: string;

  @MayBeAbsent()
  @ValidateNested()
  @Type(() => InnerDto)
  readonly inner?: InnerDto;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => InnerDto)
  readonly items?: InnerDto[];

  @MayBeAbsent()
  @IsInt()
  @Max(9)
  readonly 'odd/~name'?: number;
}

class AlreadyDone extends RegistryError {
  readonly code = 'already-removed';

  constructor(times: number) {
    super('It is done already.', { members: { times } });
  }
}

/** Routes that show how any request is met, without a meaning of their own. */
@Controller('echo')
export class EchoController {
  /** How often each kind of act was carried out. */
  readonly acts: string[] = [];

  constructor(private readonly dataSource: DataSource) {}

  @Post()
  @HttpCode(200)
  @AllowAnyone()
  echo(@Body() body: EchoDto): EchoDto {
    return body;
  }

  /** The names of the members that the handler is given. */
  @Post('members')
  @HttpCode(200)
  @AllowAnyone()
  members(@Body() body: EchoDto): string[][] {
    return [Object.keys(body), Object.keys(body.inner ?? {})];
  }

  @Post('bare')
  @AllowAnyone()
  bare(): object {
    return {};
  }

  @Get('page')
  @AllowAnyone()
  page(@Query() { limit, cursor }: PageQuery): object {
    return { items: [limit], next: cursor === 'last' ? null : 'last' };
  }

  @Get('named/:name')
  @AllowAnyone()
  named(@Param('name') name: string, @Query('as') as: string | undefined): object {
    return { name, as: as ?? null };
  }

  @Get('fault')
  @AllowAnyone()
  fault(): never {
    throw new Error('the password is hunter2');
  }

  @Get('database')
  @AllowAnyone()
  async database(): Promise<never> {
    await this.dataSource.query(`SELECT 'hunter2'::int`);
    throw new Error('unreachable');
  }

  /** Acts, and says so; fails in the way that the body asks for. */
  @Post('act')
  @Allow('procurement', 'admin')
  async act(
    @Body() { name }: EchoDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    this.acts.push(name);
    if (name === 'slow') await setTimeout(300);
    if (name === 'refuse') throw new AlreadyDone(this.acts.length);
    if (name === 'fail') await this.dataSource.query('SELECT 1 / 0');
    if (name === 'lose')
      await this.dataSource.query('SELECT pg_terminate_backend(pg_backend_pid())');
    void reply.header('Location', `/echo/${this.acts.length}`).header('ETag', '"7"');
    return { name, times: this.acts.length, at: new Date(0) };
  }

  @Post('secret')
  @Allow('admin')
  @AnswersSecret(true)
  secret(): object {
    this.acts.push('secret');
    return { secret: 'hunter2' };
  }

  @Get('open')
  @Allow('procurement')
  open(): object {
    return {};
  }

  @Get('closed')
  @Allow('admin')
  closed(): object {
    return {};
  }
}

/** The whole registry, and these routes beside it. */
@Module({ imports: [AppModule], controllers: [EchoController] })
export class EchoModule {}
