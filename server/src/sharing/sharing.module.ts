import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { ProgressModule } from '../progress/index.js';
import { ChildShareResolver } from './api/child-share.resolver.js';
import { SharedChildResolver } from './api/shared-child.resolver.js';
import { ChildShares } from './child-shares.js';
import { SharedChildren } from './shared-children.js';
import { SharingPersonalData } from './sharing-personal-data.js';

@Module({
  imports: [ChildrenModule, DisclosureModule, ProgressModule],
  providers: [ChildShareResolver, ChildShares, SharedChildResolver, SharedChildren, SharingPersonalData],
  exports: [ChildShares],
})
export class SharingModule {}
