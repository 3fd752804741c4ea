// Three programmes with children in them: one open to many, one nearly full, one whose family gave its place to another.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { mayEnrol } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../children/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { Enrolments, Programmes, type ProgrammeFields } from '../programmes/index.js';
import { must } from './must.js';

interface Offered {
  readonly fields: Omit<ProgrammeFields, 'startsOn' | 'endsOn'>;
  /** How many children the demo enrols, as far as the programme is for them. */
  readonly enrolled: number;
}
const OFFERED: readonly Offered[] = [
  {
    fields: {
      name: '流动书桌助学计划',
      nameEn: 'Mobile Desk',
      purpose: '给随父母来到城市的孩子一张书桌、课本和学期里的助学支持。',
      level: 'CHILD',
      support: 'INSTRUMENTAL',
      criteria: {
        minAge: 6,
        maxAge: 15,
        schoolStages: ['PRIMARY', 'JUNIOR'],
        allowOutOfSchool: true,
        registrations: ['RURAL'],
        categoriesAny: ['MIGRANT'],
      },
      places: 20,
    },
    enrolled: 12,
  },
  {
    fields: {
      name: '周末阅读小组',
      nameEn: 'Weekend reading group',
      purpose: '八个孩子一组，每周六上午一起读书、说话、交朋友。',
      level: 'COMMUNITY',
      support: 'EXPRESSIVE',
      criteria: { minAge: 7, maxAge: 12 },
      places: 8,
    },
    enrolled: 7,
  },
  {
    fields: {
      name: '家长互助茶会',
      nameEn: 'Parents’ tea',
      purpose: '照护孩子的家长每月坐下来，互相出主意。',
      level: 'FAMILY',
      support: 'EXPRESSIVE',
      criteria: {},
      places: undefined,
    },
    enrolled: 5,
  },
];

@Injectable()
export class DemoProgrammes {
  constructor(
    private readonly programmes: Programmes,
    private readonly enrolments: Enrolments,
    private readonly children: ChildrenRepository,
  ) {}

  async offer(director: PersonActor, worker: PersonActor, today: LocalDate): Promise<void> {
    const ids = (await this.children.all(allRows(worker.agencyId))).map(({ id }) => id);
    const places: string[] = [];
    for (const [index, { fields, enrolled }] of OFFERED.entries()) {
      const period = { startsOn: addDays(today, -150), endsOn: index === 1 ? addDays(today, 120) : undefined };
      const { programme } = must(await this.programmes.create(director, { ...fields, ...period }), 'offer a programme');
      const choices = await this.enrolments.choices(worker, ids);
      const fitting = ids.slice(index * 3).filter((id) => {
        const findings = choices.get(id)?.find((choice) => choice.programme.id === programme.id)?.findings;
        return findings !== undefined && mayEnrol(findings);
      });
      for (const childId of fitting.slice(0, enrolled)) {
        const wish = { programmeId: programme.id, childId, requestId: `demo ${places.length}` };
        places.push(must(await this.enrolments.enrol(worker, wish), 'enrol a child').place.id);
      }
    }
    const [placeId] = places;
    if (!placeId) throw new Error('BUG: no child of the demo is in a programme');
    must(await this.enrolments.end(worker, { placeId, endsOn: today, reason: 'YIELDED' }), 'pass a place on');
  }
}
