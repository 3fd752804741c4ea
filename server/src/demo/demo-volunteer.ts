// The demo's own volunteer, whose papers hold and who has time for many a child.
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { VolunteerAgreements } from '../agreements/index.js';
import { VolunteersRepository } from '../people/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { RecordChecks } from '../screening/index.js';
import { Trainings } from '../training/index.js';

const HOUR = 60;
const SATURDAY = 6;
const SUNDAY = 7;
const time = (weekday: number, from: number, to: number) => ({
  weekday,
  startMinute: from * HOUR,
  endMinute: to * HOUR,
});

@Injectable()
export class DemoVolunteer {
  constructor(
    private readonly volunteers: VolunteersRepository,
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly recordChecks: RecordChecks,
    private readonly work: UnitOfWork,
  ) {}

  /** Papers that staff saw themselves, so that they count without a second person. */
  async register(agencyId: AgencyId, personId: PersonId, today: LocalDate): Promise<string> {
    const seen = (daysAgo: number, validUntil: string | null = null) => ({
      agencyId,
      personId,
      happenedOn: addDays(today, -daysAgo),
      validUntil,
      batchId: null,
      confirmedBy: null,
    });
    return this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      const [id] = await this.volunteers.addAll([
        {
          agencyId,
          personId,
          languages: ['MANDARIN', 'SICHUANESE', 'HENAN', 'ANHUI'],
          skills: ['LISTENING', 'READING', 'HOMEWORK', 'GAMES', 'ART', 'CITY_LIFE'],
          freeTimes: [time(SATURDAY, 9, 12), time(SATURDAY, 14, 17), time(SUNDAY, 9, 12), time(SUNDAY, 14, 17)],
          areaCode: 'YX01',
          places: 2,
        },
      ]);
      await this.trainings.addAll([{ ...seen(120), kind: 'PRE_SERVICE' }]);
      await this.agreements.addAll([seen(110, addDays(today, 255))]);
      await this.recordChecks.addAll([{ ...seen(60), result: 'CLEAR' }]);
      if (!id) throw new Error('BUG: the demo volunteer was not added');
      return id;
    });
  }
}
