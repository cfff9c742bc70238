import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module';
import { ImportList } from './import-list';

/** Lists that others keep, taken over from their files. */
@Module({ imports: [ProposalsModule], providers: [ImportList], exports: [ImportList] })
export class ImportsModule {}
