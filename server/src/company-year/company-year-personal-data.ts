// What is sealed here is a company's word on its days, under the agency's own key; no row is of one person.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '../platform/keys/index.js';

@Injectable()
export class CompanyYearPersonalData implements OnModuleInit {
  constructor(private readonly data: PersonalData) {}

  onModuleInit(): void {
    const of = (table: string, place: string) => ({
      ...{ table, columns: { reasonSealed: place } },
      ...{ subject: 't.agencyId', scope: 't.agencyId' },
    });
    this.data.add({
      module: 'company-year',
      sealed: [
        of('company_year_place', 'company_year_place.reason'),
        of('company_year_renewal', 'company_year_renewal.reason'),
      ],
    });
  }
}
