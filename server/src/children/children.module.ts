import { Module } from '@nestjs/common';
import { ChildResolver } from './api/child.resolver.js';
import { Children } from './children.js';
import { ChildrenRepository } from './children.repository.js';

@Module({ providers: [Children, ChildrenRepository, ChildResolver], exports: [Children, ChildrenRepository] })
export class ChildrenModule {}
