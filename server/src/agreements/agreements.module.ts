import { Module } from '@nestjs/common';
import { VolunteerAgreements } from './volunteer-agreements.js';

@Module({ providers: [VolunteerAgreements], exports: [VolunteerAgreements] })
export class AgreementsModule {}
