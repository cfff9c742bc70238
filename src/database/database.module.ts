import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment';
import { openRegistry } from './open-registry';

/** The registry's database, migrated, as `DataSource`; with the embedded server it ends as the last of all. */
@Global()
@Module({
  providers: [{ provide: DataSource, inject: [Environment], useFactory: openRegistry }],
  exports: [DataSource],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
