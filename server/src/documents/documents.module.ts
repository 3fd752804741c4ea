import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { PaperFilesController } from './api/paper-files.controller.js';
import { StaffPapersResolver, VolunteerPapersResolver } from './api/papers.resolver.js';
import { DocumentsPersonalData } from './documents-personal-data.js';
import { DocumentsRepository } from './documents.repository.js';
import { Documents } from './documents.js';
import { Purposes } from './purposes.js';
import { DocumentsUpkeep } from './upkeep.js';
import { VolunteerPapers } from './volunteer-papers.js';

const SERVICES = [Documents, { provide: Purposes, useFactory: () => new Purposes() }];

@Module({
  imports: [PeopleModule],
  providers: [
    ...SERVICES,
    DocumentsPersonalData,
    DocumentsRepository,
    DocumentsUpkeep,
    StaffPapersResolver,
    VolunteerPapers,
    VolunteerPapersResolver,
  ],
  exports: SERVICES,
})
export class DocumentsModule {}

/** Its addresses take any name below `/files`, so it comes after the modules whose addresses there are names. */
@Module({ imports: [DocumentsModule], controllers: [PaperFilesController] })
export class PaperFilesModule {}
