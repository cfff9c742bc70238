import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../config/environment';
import { natureOf } from '../http/nature-of-request';
import { answerProblem } from '../problems/answer-problem';
import { Admission, type Guest } from './domain/admission';
import { TooManyChecksWaiting } from './domain/errors';
import { CheckRecorder } from './recording/check-recorder';

/** The addresses where checks are recorded. */
const RECORDING: ReadonlySet<string | undefined> = new Set(['/v1/checks', '/v1/checks/batch']);

/** Requests to check that are read and worked on at a time: enough for full batches. */
const AT_ONCE = 64;

/** The same while a change of the registry is under way, so that each of its steps finds the process free. */
const AT_ONCE_BESIDE_CHANGES = 4;

/** How long a request to check waits to be read. */
const PATIENCE_MS = 1000;

/**
 * Lets requests to check in, so many at a time; the others wait before anything of them is read, neither the body nor
 * who sent it, and are refused when they are too many or wait too long. A flood of checks then costs little.
 *
 * Changes of the registry come first: while there is one, few checks are let in.
 */
@Injectable()
export class CheckDoor implements OnModuleInit {
  // Made once: it is told, not thrown, and not logged as a fault each time.
  private readonly refusal = new TooManyChecksWaiting();
  private readonly admission: Admission;

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly recorder: CheckRecorder,
    private readonly environment: Environment,
  ) {
    this.admission = new Admission({
      inside: AT_ONCE,
      insideWhileOthers: AT_ONCE_BESIDE_CHANGES,
      waiting: environment.CHECK_QUEUE_LENGTH,
    });
  }

  onModuleInit(): void {
    // An application without HTTP, such as the CLI's, has no adapter.
    const adapter = this.host.httpAdapter as FastifyAdapter | undefined;
    adapter?.getInstance().addHook('onRequest', (request, reply, done) => {
      const { url } = request.routeOptions;
      if (RECORDING.has(url) && request.method === 'POST') this.letIn(request, reply, done);
      else {
        if (natureOf(request.method, url) === 'writes') this.giveWayTo(reply);
        done();
      }
    });
  }

  /** Has checks give way as long as a request is under way. */
  private giveWayTo({ raw }: FastifyReply): void {
    this.admission.otherBegins();
    raw.once('close', () => this.admission.otherEnds());
  }

  private letIn(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const { raw } = reply;
    const giveUp = (): void => {
      if (this.admission.withdraw(guest)) this.refuse(request, reply);
    };
    const patience = setTimeout(giveUp, PATIENCE_MS);
    const withdraw = (): void => {
      clearTimeout(patience);
      this.admission.withdraw(guest);
    };
    const guest: Guest = {
      enter: () => {
        clearTimeout(patience);
        raw.off('close', withdraw).once('close', () => this.admission.leave());
        done();
      },
      refuse: () => {
        clearTimeout(patience);
        this.refuse(request, reply);
      },
    };
    raw.once('close', withdraw);
    if (this.recorder.hasRoom()) this.admission.ask(guest);
    else guest.refuse();
  }

  private refuse(request: FastifyRequest, reply: FastifyReply): void {
    answerProblem(this.refusal, request, reply, this.environment.BASE_URL);
  }
}
