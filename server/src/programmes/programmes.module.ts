import { Module } from '@nestjs/common';
import { ChildrenModule } from '../children/index.js';
import { ChildProgrammesResolver } from './api/child-programmes.resolver.js';
import { PlaceFieldsResolver } from './api/place-fields.resolver.js';
import { ProgrammesResolver } from './api/programmes.resolver.js';
import { Enrolments } from './enrolments.js';
import { Programmes } from './programmes.js';
import { ProgrammesPersonalData } from './programmes-personal-data.js';
import { ProgrammesRepository } from './programmes.repository.js';

@Module({
  imports: [ChildrenModule],
  providers: [
    ChildProgrammesResolver,
    Enrolments,
    PlaceFieldsResolver,
    Programmes,
    ProgrammesPersonalData,
    ProgrammesRepository,
    ProgrammesResolver,
  ],
  exports: [Enrolments, Programmes],
})
export class ProgrammesModule {}
