import { Module } from '@nestjs/common';
import { ScreenName } from './screen-name';
import { ScreeningController } from './screening.controller';

/** Whom a name may mean. A global module provides the `Screener` that finds names. */
@Module({ controllers: [ScreeningController], providers: [ScreenName] })
export class ScreeningModule {}
