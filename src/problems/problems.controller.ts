import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowAnyone } from '../access/allow';
import { explain, explainAll, isProblemCode } from './explain';
import { NotAcceptable, ProblemNotFound } from './errors';
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

function answer(
  reply: FastifyReply,
  accept: string | undefined,
  { json, html }: { json: object; html: string },
): void {
  void reply.header('Vary', 'Accept').header('Cache-Control', 'public, max-age=3600');
  switch (preferredOf(accept ?? '*/*')) {
    case 'html':
      void reply
        .header('Content-Security-Policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .send(html);
      return;
    case 'json':
      void reply.send(json);
      return;
    case null:
      throw new NotAcceptable(['text/html', 'application/json']);
  }
}

/** Which of the two kinds comes first among those that are accepted; null when neither does. */
function preferredOf(accept: string): 'html' | 'json' | null {
  const kinds = accept
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim().toLowerCase()))
    .map(([kind = '', ...parameters]) => ({ kind, quality: qualityOf(parameters) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { kind } of kinds) {
    if (['text/html', 'text/*', '*/*'].includes(kind)) return 'html';
    if (['application/json', 'application/problem+json', 'application/*'].includes(kind))
      return 'json';
  }
  return null;
}

function qualityOf(parameters: readonly string[]): number {
  const stated = parameters.find((parameter) => parameter.startsWith('q='));
  return stated === undefined ? 1 : Number(stated.slice(2)) || 0;
}
