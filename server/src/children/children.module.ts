import { Module } from '@nestjs/common';
import { ChildResolver } from './api/child.resolver.js';
import { ChildFileResolver, FileAccessResolver } from './file-access/api/file-access.resolver.js';
import { FileAccesses } from './file-access/file-access.js';
import { FAMILY_API, FAMILY_SERVICES } from './children-parts.js';
import { ChildrenAccess } from './children.access.js';
import { ChildLists } from './child-lists.js';
import { Children } from './children.js';
import { ChildrenOfOffices } from './children-of-offices.js';
import { ChildrenOfAreas } from './children-of-areas.js';
import { ChildEnrolmentFacts } from './enrolment-facts.js';
import { ChildrenPersonalData } from './children-personal-data.js';
import { ChildrenRepository } from './children.repository.js';

@Module({
  providers: [
    ChildLists,
    Children,
    ChildrenAccess,
    ChildEnrolmentFacts,
    ChildrenOfAreas,
    ChildrenOfOffices,
    ChildrenPersonalData,
    ChildrenRepository,
    ChildResolver,
    FileAccesses,
    FileAccessResolver,
    ChildFileResolver,
    ...FAMILY_SERVICES,
    ...FAMILY_API,
  ],
  exports: [ChildEnrolmentFacts, ChildLists, Children, ChildrenRepository, FileAccesses, ...FAMILY_SERVICES],
})
export class ChildrenModule {}
