import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { ClockModule } from '../clock/clock.module';
import { EnvironmentModule } from '../config/environment.module';
import { DatabaseModule } from '../database/database.module';
import { ForesightModule } from '../exposure/foresight.module';
import { ImportsModule } from '../imports/imports.module';

/** What commands work with: the registry without its HTTP face, and without the demonstration that fills an empty one. */
@Module({
  imports: [
    EnvironmentModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    ForesightModule,
    ImportsModule,
  ],
})
export class CliModule {}
