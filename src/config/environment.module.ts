import { Global, Module } from '@nestjs/common';
import { Environment, readEnvironment } from './environment';

/** The settings, for whoever asks for {@link Environment}. Read when the application is made, not at import. */
@Global()
@Module({
  providers: [{ provide: Environment, useFactory: () => readEnvironment() }],
  exports: [Environment],
})
export class EnvironmentModule {}
