import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, Result } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toGlobalId } from '../../platform/graphql/index.js';
import type { CreditView } from '../credit/credits.repository.js';
import { TrainingCredits, type CreditError } from '../credit/training-credits.js';
import { rowOfCourse, toCourse } from './courses.resolver.js';
import {
  AskTrainingCreditInput,
  AskTrainingCreditResult,
  CreditPaperType,
  CreditsToDecideType,
  CreditToDecideType,
  DecideTrainingCreditInput,
  DecideTrainingCreditResult,
  MyCreditsType,
  MyCreditType,
  WithdrawTrainingCreditInput,
  WithdrawTrainingCreditResult,
} from './training-credits.types.js';
import { toPayload } from './training-sessions.resolver.js';

@Resolver()
export class TrainingCreditsResolver {
  constructor(
    private readonly service: TrainingCredits,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => MyCreditsType, {
    description: 'Credit that the reader can ask, and asked, for what they learned elsewhere.',
  })
  @Allow('learning.askCredit')
  myCredits(@Context('actor') actor: PersonActor): Promise<MyCreditsType> {
    return this.#mine(actor);
  }

  @Query(() => CreditsToDecideType, { description: 'What people learned elsewhere and waits for a second look.' })
  @Allow('learning.decideCredit')
  creditsToDecide(@Context('actor') actor: PersonActor): Promise<CreditsToDecideType> {
    return this.#waiting(actor);
  }

  @Mutation(() => AskTrainingCreditResult, { description: 'Asks that what was learned elsewhere counts for a course.' })
  @Allow('learning.askCredit')
  async askTrainingCredit(
    @Args('input') { courseId, learnedOn, paperIds, ...input }: AskTrainingCreditInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AskTrainingCreditResult> {
    const papers = paperIds.map((id) => fromGlobalId('StoredFile', id) ?? '');
    const asked = { ...input, courseId: rowOfCourse(courseId), learnedOn: learnedOn as LocalDate, paperIds: papers };
    return this.#toMine(actor, await this.service.ask(actor, asked));
  }

  @Mutation(() => WithdrawTrainingCreditResult, { description: 'Takes back what the reader asked and nobody decided.' })
  @Allow('learning.askCredit')
  async withdrawTrainingCredit(
    @Args('input') { creditId }: WithdrawTrainingCreditInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof WithdrawTrainingCreditResult> {
    return this.#toMine(actor, await this.service.withdraw(actor, rowOfCredit(creditId)));
  }

  @Mutation(() => DecideTrainingCreditResult, {
    description: 'The second look: it counts as a training from the day of learning, or does not, with the reason.',
  })
  @Allow('learning.decideCredit')
  async decideTrainingCredit(
    @Args('input') { creditId, refusedFor, words }: DecideTrainingCreditInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DecideTrainingCreditResult> {
    const decision = refusedFor ? ({ grants: false, refusedFor, words } as const) : ({ grants: true, words } as const);
    const outcome = await this.service.decide(actor, rowOfCredit(creditId), decision);
    return outcome.ok ? this.#waiting(actor) : toPayload(outcome.error);
  }

  async #toMine(actor: PersonActor, outcome: Result<undefined, CreditError>) {
    return outcome.ok ? this.#mine(actor) : toPayload(outcome.error);
  }

  async #mine(actor: PersonActor): Promise<MyCreditsType> {
    return make(MyCreditsType, {
      paperSubject: toGlobalId('Person', actor.personId),
      courses: (await this.service.creditable(actor.agencyId)).map(toCourse),
      asked: (await this.service.mine(actor)).map(toMyCredit),
    });
  }

  async #waiting(actor: PersonActor): Promise<CreditsToDecideType> {
    const views = await this.service.waiting(actor);
    const names = await this.names.of(
      actor.agencyId,
      views.map(({ personId }) => personId),
    );
    return make(CreditsToDecideType, {
      waiting: views.map((view) => toDecide(view, names.get(view.personId) ?? '', view.personId === actor.personId)),
    });
  }
}

const rowOfCredit = (id: string): string => fromGlobalId('TrainingCredit', id) ?? '';

const toMyCredit = ({ id, course, refusedFor, words, papers, ...view }: CreditView): MyCreditType => {
  const { learnedOn, until, place, state } = view;
  return make(MyCreditType, {
    ...{ id: toGlobalId('TrainingCredit', id), courseTitle: course.title, learnedOn, until, place, state },
    ...{ refusedFor: refusedFor ?? null, words: words ?? null, paperCount: papers.length },
  });
};

const toDecide = (view: CreditView, name: string, own: boolean): CreditToDecideType => {
  const { id, course, learnedOn, until, place, askedAt, papers } = view;
  return make(CreditToDecideType, {
    ...{ id: toGlobalId('TrainingCredit', id), name, own, course: toCourse(course), learnedOn, until, place, askedAt },
    papers: papers.map((paper) => {
      const paperId = toGlobalId('StoredFile', paper.id);
      return make(CreditPaperType, {
        ...{ id: paperId, path: `/files/${paperId}`, name: paper.name, pdf: paper.kind === 'PDF' },
      });
    }),
  });
};
