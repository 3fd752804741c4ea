// A few who stand beside children with a gift: cards in every state, one family that shares more, one that took it back.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { FieldGroup } from '@tongxing/shared/disclosure';
import { ChildrenRepository, type ChildView } from '../children/index.js';
import { Sponsorships } from '../giving/index.js';
import { PeopleRepository } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { ProgressCards } from '../progress/index.js';
import { DemoConsents } from './demo-consents.js';
import { must } from './must.js';

type Fate = 'DRAFT' | 'WAITING' | 'REVIEWED' | 'RELEASED' | 'WITHDRAWN' | 'FROZEN';
interface DemoCard {
  readonly title: string;
  readonly text: string;
  readonly fate: Fate;
}
const MUCH: readonly FieldGroup[] = ['AGE_BAND', 'PROGRESS', 'SCHOOL_STAGE', 'INTERESTS'];
const YEAR = 365;

const CARDS: readonly (readonly DemoCard[])[] = [
  [
    {
      title: '第一次上台',
      text: '春天的读书会上，孩子第一次站到了大家面前，讲自己养豆苗的故事。开头声音很轻，讲到豆苗顶开泥土的那一段，全场都笑了。下来以后，孩子说：“下次我想讲长一点。”',
      fate: 'RELEASED',
    },
    {
      title: '一张自己画的地图',
      text: '这个月我们一起认识城市。孩子画了一张地图，把喜欢的地方都标成了颜色：图书馆是蓝的，河边是绿的，活动室是橙色的。孩子说，橙色是因为“那里的灯总是亮着”。',
      fate: 'RELEASED',
    },
    {
      title: '学会了等一等',
      text: '下棋的时候，孩子开始先想一想再落子。输了也会把棋子一颗一颗收好，再约对方下一盘。',
      fate: 'WAITING',
    },
    { title: '夏天的计划', text: '孩子想学游泳，还想教弟弟妹妹认星星。', fate: 'DRAFT' },
  ],
  [
    {
      title: '会修东西的手',
      text: '活动室的椅子松了，孩子看老师傅修了一次，第二次就自己拧紧了螺丝。现在谁的东西坏了，大家先来问这双手。',
      fate: 'RELEASED',
    },
    { title: '新的作文', text: '孩子写了一篇作文，题目叫《我记得的味道》，念给全组听。', fate: 'REVIEWED' },
    { title: '运动会', text: '孩子报名了接力，练了整整两个星期。', fate: 'FROZEN' },
    { title: '合唱', text: '孩子参加了合唱，站在第二排。', fate: 'WITHDRAWN' },
  ],
];

interface Actors {
  readonly worker: PersonActor;
  readonly supervisor: PersonActor;
  readonly donorPersonId: PersonId;
}

@Injectable()
export class DemoGifts {
  constructor(
    private readonly children: ChildrenRepository,
    private readonly consents: DemoConsents,
    private readonly sponsorships: Sponsorships,
    private readonly cards: ProgressCards,
    private readonly people: PeopleRepository,
    private readonly work: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** Two children with the demo's donor, one with somebody else, one whose family still thinks about it. */
  async settle({ worker, supervisor, donorPersonId }: Actors, today: LocalDate): Promise<void> {
    const { agencyId } = worker;
    const known = await this.children.all(allRows(agencyId));
    const [first, second, third, fourth] = known.filter(({ householdId }) => householdId !== undefined);
    const others = await this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      const added = await this.people.addAll(['顾平', '江岸'].map((name) => ({ agencyId, name })));
      await this.people.assignRoleToAll(agencyId, added, 'DONOR', addDays(today, -YEAR));
      return added;
    });
    const given = [
      [first, donorPersonId, MUCH],
      [second, donorPersonId, ['PROGRESS']],
      [third, others[0], ['PROGRESS']],
    ] as const;
    for (const [at, [child, donor, groups]] of given.entries()) {
      if (!child || !donor) continue;
      const { id, version } = await this.#match(worker, child, donor);
      const about = { purpose: 'SPONSORSHIP', audience: 'DONOR' } as const;
      await this.consents.agree(worker, { ...about, childId: child.id, yes: groups }, today);
      must(await this.sponsorships.step(worker, { id, version, step: 'BEGIN', endReason: undefined }), 'begin a gift');
      for (const card of CARDS[at] ?? []) await this.#write(worker, supervisor, child, card);
    }
    if (fourth && others[1]) await this.#match(worker, fourth, others[1]);
  }

  async #match(worker: PersonActor, { id: childId }: ChildView, donorPersonId: PersonId) {
    const input = { childId, donorPersonId, requestId: this.ids.next() };
    return must(await this.sponsorships.match(worker, input), 'match a sponsor');
  }

  async #write(writer: PersonActor, reader: PersonActor, child: ChildView, { title, text, fate }: DemoCard) {
    const input = { title, text, submit: fate !== 'DRAFT', requestId: this.ids.next() };
    let card = must(
      await this.cards.save(writer, { ...input, progressCardId: undefined, childId: child.id, version: undefined }),
      'write a card',
    );
    for (const [step, note] of STEPS[fate]) {
      const done = await this.cards.step(reader, { id: card.id, step, note, marksSeen: 99, version: card.version });
      card = must(done, `take a card to ${fate}`);
    }
  }
}

const RELEASE = [
  ['REVIEW', ''],
  ['RELEASE', ''],
] as const;
const STEPS: Readonly<Record<Fate, readonly (readonly ['REVIEW' | 'RELEASE' | 'WITHDRAW' | 'FREEZE', string])[]>> = {
  DRAFT: [],
  WAITING: [],
  REVIEWED: [['REVIEW', '']],
  RELEASED: RELEASE,
  WITHDRAWN: [...RELEASE, ['WITHDRAW', '家庭想换一种写法']],
  FROZEN: [...RELEASE, ['FREEZE', '有人在活动现场打听这个孩子，先停一停']],
};
