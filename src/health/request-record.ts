import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Histogram } from 'prom-client';
import type { Caller } from '../access/caller';

export const REQUEST_DURATION = 'http_request_duration_seconds';

/** Measures each request, and logs it in one line: neither addresses nor bodies nor credentials stand in it. */
@Injectable()
export class RequestRecord implements OnModuleInit {
  private readonly logger = new Logger('Request');

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @InjectMetric(REQUEST_DURATION) private readonly durations: Histogram,
  ) {}

  onModuleInit(): void {
    // An application without HTTP, such as the CLI's, has no adapter.
    const adapter = this.host.httpAdapter as FastifyAdapter | undefined;
    adapter?.getInstance().addHook('onResponse', (request, reply, done) => {
      this.record(request, reply);
      done();
    });
  }

  private record(request: FastifyRequest & { readonly user?: Caller }, reply: FastifyReply): void {
    const { method, id: requestId, user } = request;
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const { statusCode: status, elapsedTime } = reply;
    this.durations.observe({ method, route, status }, elapsedTime / 1000);
    if (route.startsWith('/health/') || route === '/metrics') return;
    const ms = Math.round(elapsedTime * 10) / 10;
    this.logger.log(`${method} ${route} ${status}`, {
      ...{ method, route, status, ms, requestId, caller: user?.id ?? null },
    });
  }
}
