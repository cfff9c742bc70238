import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService } from '@nestjs/terminus';
import { SkipThrottle } from '@nestjs/throttler';
import { AllowAnyone } from '../access/allow';
import { DatabaseHealth } from './database-health';
import { HealthAnswer } from './health.dto';
import { NotReady } from './not-ready';
import { RegisterHealth } from './register-health';

@ApiTags('operations')
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: DatabaseHealth,
    private readonly register: RegisterHealth,
  ) {}

  /** Whether the process runs. Restart it where this does not answer. */
  @Get('live')
  @AllowAnyone()
  @Header('Cache-Control', 'no-store')
  live(): HealthAnswer {
    return { status: 'ok', details: {} };
  }

  /** Whether the service can answer: its database does, its tables are up to date, and the registry is in memory. 503 says why not. */
  @Get('ready')
  @AllowAnyone()
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<HealthAnswer> {
    try {
      const { details } = await this.health.check([
        () => this.database.answers(),
        () => this.database.isMigrated(),
        () => this.register.isLoaded(),
      ]);
      return { status: 'ok', details };
    } catch (error) {
      throw NotReady.from(error);
    }
  }
}
