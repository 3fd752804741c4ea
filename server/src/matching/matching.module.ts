import { Global, Module } from '@nestjs/common';
import { ChildCompanions } from '../children/index.js';
import { HeldChildren } from './companionships/held-children.js';

/** Global, since `children` asks it who is accompanied without importing it. */
@Global()
@Module({
  providers: [{ provide: ChildCompanions, useClass: HeldChildren }],
  exports: [ChildCompanions],
})
export class MatchingModule {}
