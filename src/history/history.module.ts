import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller';
import { ReadHistory } from './read-history';

/** The append-only record, to be read. Whoever changes the registry makes its own `History` of a transaction. */
@Module({ controllers: [HistoryController], providers: [ReadHistory] })
export class HistoryModule {}
