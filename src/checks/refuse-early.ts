import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Environment } from '../config/environment';
import { answerProblem } from '../problems/answer-problem';
import { TooManyChecksWaiting } from './domain/errors';
import { CheckRecorder } from './recording/check-recorder';

/** The addresses where checks are recorded. */
const RECORDING: ReadonlySet<string | undefined> = new Set(['/v1/checks', '/v1/checks/batch']);

/**
 * Refuses checks while there is no room for one more, before anything of the request is read: neither its body nor who
 * sent it. A flood of checks then costs little, and holds up no other request.
 */
@Injectable()
export class RefuseEarly implements OnModuleInit {
  // Made once: it is told, not thrown, and not logged as a fault each time.
  private readonly refusal = new TooManyChecksWaiting();

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly recorder: CheckRecorder,
    private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    // An application without HTTP, such as the CLI's, has no adapter.
    const adapter = this.host.httpAdapter as FastifyAdapter | undefined;
    adapter?.getInstance().addHook('onRequest', (request, reply, done) => {
      const isCheck = request.method === 'POST' && RECORDING.has(request.routeOptions.url);
      if (!isCheck || this.recorder.hasRoom()) done();
      else answerProblem(this.refusal, request, reply, this.environment.BASE_URL);
    });
  }
}
