import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { InjectMetric, makeCounterProvider } from '@willsoto/nestjs-prometheus';
import type { Counter } from 'prom-client';
import { tap, type Observable } from 'rxjs';
import type { Verdict } from './domain/verdict';

const CHECKS = 'registry_checks_total';

export const checksCounter = makeCounterProvider({
  name: CHECKS,
  help: 'Checks that were recorded and answered, by verdict.',
  labelNames: ['verdict'],
});

/** Counts the checks that are answered, alone or in a batch, for those who run the service. */
@Injectable()
export class CountVerdicts implements NestInterceptor {
  constructor(@InjectMetric(CHECKS) private readonly counter: Counter) {}

  intercept(_: ExecutionContext, next: CallHandler<Answered>): Observable<Answered> {
    return next.handle().pipe(
      tap((answer) => {
        const checks = 'results' in answer ? answer.results.map(({ check }) => check) : [answer];
        for (const check of checks) if (check) this.counter.inc({ verdict: check.verdict });
      }),
    );
  }
}

interface AnsweredCheck {
  readonly verdict: Verdict;
}

type Answered = AnsweredCheck | { readonly results: readonly { readonly check?: AnsweredCheck }[] };
