import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CATALOGUE } from '../problems/catalogue';
import { OAuthRefusal } from './domain/oauth-refusal';

/** Answers a refusal of the token endpoint as OAuth clients expect it. @source RFC 6749, section 5.2 */
@Catch(OAuthRefusal)
export class OAuthRefusalFilter implements ExceptionFilter<OAuthRefusal> {
  catch({ code, error, message }: OAuthRefusal, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status } = CATALOGUE[code];
    if (status === 401) void reply.header('WWW-Authenticate', 'Basic realm="registry"');
    void reply
      .status(status)
      .headers({ 'Cache-Control': 'no-store', Pragma: 'no-cache' })
      .send({ error, error_description: message });
  }
}
