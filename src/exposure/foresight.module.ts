import { Global, Module } from '@nestjs/common';
import { Foresight } from '../proposals/foresight';
import { ImpactOfChange } from './impact';

/** Lets proposals tell what they would have changed; they know no checks themselves. */
@Global()
@Module({
  providers: [{ provide: Foresight, useClass: ImpactOfChange }],
  exports: [Foresight],
})
export class ForesightModule {}
