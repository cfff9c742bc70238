import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowAnyone } from '../access/allow';
import { preferredKind } from '../http/domain/preferred-kind';
import { NotAcceptable } from '../http/errors';
import { explain, explainAll, isProblemCode } from './explain';
import { ProblemNotFound } from './errors';
import { PAGE_POLICY, problemPage, problemsPage } from './problem-page';

/** Where the `type` of every problem document leads: pages for people, the same as JSON for machines. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @AllowAnyone()
  all(@Headers('accept') accept: string | undefined, @Res() reply: FastifyReply): void {
    const problems = explainAll();
    answer(reply, accept, { json: { items: problems }, html: problemsPage(problems) });
  }

  @Get(':code')
  @AllowAnyone()
  one(
    @Param('code') code: string,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    if (!isProblemCode(code)) throw new ProblemNotFound();
    const problem = explain(code);
    answer(reply, accept, { json: problem, html: problemPage(problem) });
  }
}

const KINDS = ['text/html', 'application/json', 'application/problem+json'] as const;

function answer(
  reply: FastifyReply,
  accept: string | undefined,
  { json, html }: { json: object; html: string },
): void {
  void reply.header('Vary', 'Accept').header('Cache-Control', 'public, max-age=3600');
  switch (preferredKind(accept, KINDS)) {
    case 'text/html':
      void reply
        .header('Content-Security-Policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(html);
      return;
    case 'application/json':
    case 'application/problem+json':
      void reply.send(json);
      return;
    case null:
      throw new NotAcceptable(KINDS);
  }
}
