import { Module } from '@nestjs/common';
import { ChildResolver } from './api/child.resolver.js';
import { ChildrenAccess } from './children.access.js';
import { Children } from './children.js';
import { ChildrenPersonalData } from './children-personal-data.js';
import { ChildrenRepository } from './children.repository.js';

@Module({
  providers: [Children, ChildrenAccess, ChildrenPersonalData, ChildrenRepository, ChildResolver],
  exports: [Children, ChildrenRepository],
})
export class ChildrenModule {}
