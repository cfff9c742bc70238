import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { Environment } from '../config/environment';
import { Budgets, tellAllowance } from '../http/budgets';
import { TooManyRequests } from '../http/errors';
import { answerProblem } from './answer-problem';
import { CATALOGUE } from './catalogue';
import { toRefusal, type Refusal } from './to-problem';

/** Answers every error as a problem document; what is no refusal is logged whole, once, here. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly environment: Environment,
    private readonly budgets: Budgets,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = this.bounded(toRefusal(error), request, reply);
    if (CATALOGUE[refusal.code].status >= 500) this.log(error, request.id);
    if (reply.sent || reply.raw.headersSent) {
      // The answer has begun: cut it, so that no one takes a part for the whole.
      reply.raw.destroy();
      return;
    }
    answerProblem(refusal, request, reply, this.environment.BASE_URL);
  }

  /** Counts refused credentials against the address that they came from, so that nobody tries them without end. */
  private bounded(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Refusal {
    if (CATALOGUE[refusal.code].status !== 401) return refusal;
    const allowance = this.budgets.take('anonymous', request.ip);
    tellAllowance(reply, 'anonymous', allowance);
    return allowance.exceeded ? new TooManyRequests('anonymous', allowance.resetSeconds) : refusal;
  }

  private log(error: unknown, requestId: string): void {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(message || name, stack, { requestId, ...placeOf(error) });
  }
}

/** Where in the database an error arose, for those who read the log. */
function placeOf(error: unknown): object {
  if (!(error instanceof QueryFailedError)) return {};
  const { code, table, constraint } = error.driverError as Partial<DatabaseError>;
  return { code, table, constraint };
}
