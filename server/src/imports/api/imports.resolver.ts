import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { VolunteerLoaders } from '../../people/index.js';
import { Allow, type PersonActor, OfGrade } from '../../platform/access/index.js';
import { fromGlobalId, make, pageBounds, toConnection, type GraphqlContext } from '../../platform/graphql/index.js';
import { ImportReview } from '../import-review.js';
import { ImportUndo } from '../import-undo.js';
import { ImportsApi } from './imports.api.js';
import {
  ChangeImportChoicesResult,
  ChooseImportRowInput,
  ConfirmImportInput,
  ConfirmImportResult,
  DiscardImportInput,
  DiscardImportResult,
  ImportBatchType,
  ImportChoiceCountsType,
  ImportRowConnection,
  ImportRowFilterEnum,
  MendImportRowInput,
  MendImportRowResult,
  RunImportInput,
  RunImportResult,
  SetImportDuplicateRuleInput,
  UndoImportInput,
  UndoImportResult,
  toBatch,
  toRow,
  type RowFilter,
} from './import-batch.types.js';

@Resolver(() => ImportBatchType)
export class ImportsResolver {
  constructor(
    private readonly api: ImportsApi,
    private readonly review: ImportReview,
    private readonly undoing: ImportUndo,
    private readonly loaders: VolunteerLoaders,
  ) {}

  @Query(() => [ImportBatchType], { description: 'The newest hundred rosters that came in, the newest first.' })
  @Allow('roster.stage')
  async importBatches(@Context('actor') actor: PersonActor): Promise<ImportBatchType[]> {
    return (await this.review.newest(actor)).map(toBatch);
  }

  @Query(() => ImportBatchType, {
    nullable: true,
    description: 'One roster; null where there is none, or none for the viewer.',
  })
  @Allow('roster.stage')
  async importBatch(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ImportBatchType | null> {
    const batch = await this.review.find(actor, fromGlobalId('ImportBatch', id) ?? '');
    return batch ? toBatch(batch) : null;
  }

  @Mutation(() => RunImportResult, { description: 'Takes in every good row of a staged roster, or none at all.' })
  @Allow('roster.import')
  runImport(
    @Args('input') input: RunImportInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RunImportResult> {
    return this.api.run(actor, input);
  }

  @Mutation(() => ConfirmImportResult, {
    description: "The second person's word: from now on the imported papers count.",
  })
  @Allow('roster.confirm')
  confirmImport(
    @Args('input') input: ConfirmImportInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ConfirmImportResult> {
    return this.api.confirm(actor, input);
  }

  @Mutation(() => DiscardImportResult, { description: 'Drops a staged roster; its rows are deleted.' })
  @Allow('roster.import')
  discardImport(
    @Args('input') input: DiscardImportInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DiscardImportResult> {
    return this.api.discard(actor, input);
  }

  @Mutation(() => MendImportRowResult, {
    description: 'Puts cells of a left-out row right and judges the row again, as long as nothing is imported.',
  })
  @Allow('roster.stage')
  mendImportRow(
    @Args('input') input: MendImportRowInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MendImportRowResult> {
    return this.api.mend(actor, input);
  }

  @Mutation(() => ChangeImportChoicesResult, {
    description: 'Says what becomes of rows that mean somebody whom the agency has, as long as nothing is imported.',
  })
  @Allow('roster.import')
  setImportDuplicateRule(
    @Args('input') input: SetImportDuplicateRuleInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeImportChoicesResult> {
    return this.api.setRule(actor, input);
  }

  @Mutation(() => ChangeImportChoicesResult, {
    description: 'Decides for one row that means somebody whom the agency has; the batch then asks for each.',
  })
  @Allow('roster.import')
  chooseImportRow(
    @Args('input') input: ChooseImportRowInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeImportChoicesResult> {
    return this.api.choose(actor, input);
  }

  @Mutation(() => UndoImportResult, {
    description: 'Takes an imported roster back with all its people, as long as nothing stands on anybody of it.',
  })
  @Allow('roster.undo')
  undoImport(
    @Args('input') input: UndoImportInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof UndoImportResult> {
    return this.api.undo(actor, input);
  }

  @ResolveField(() => String, { description: 'Name of the person who brought the file.' })
  @OfGrade('G2')
  async stagedBy(@Parent() { batch }: ImportBatchType, @Context() context: GraphqlContext): Promise<string> {
    return (await this.loaders.personName(context, batch.stagedBy)) ?? '';
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the person who imported it.' })
  @OfGrade('G2')
  importedBy(@Parent() { batch }: ImportBatchType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, batch.importedBy);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the second person.' })
  @OfGrade('G2')
  confirmedBy(@Parent() { batch }: ImportBatchType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, batch.confirmedBy);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may confirm: never the one who imported it.' })
  mayConfirm(@Parent() { batch }: ImportBatchType, @Context('actor') actor: PersonActor): boolean {
    return this.review.mayConfirm(actor, batch);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the person who took it back.' })
  @OfGrade('G2')
  undoneBy(@Parent() { batch }: ImportBatchType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, batch.undoneBy);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back, if nothing stands on it.' })
  mayUndo(@Parent() { batch }: ImportBatchType, @Context('actor') actor: PersonActor): boolean {
    return this.undoing.mayUndo(actor, batch);
  }

  @ResolveField(() => ImportChoiceCountsType, {
    description: 'Rows that could bring somebody of the agency up to date, as long as the batch is staged.',
  })
  async choices(@Parent() { batch }: ImportBatchType): Promise<ImportChoiceCountsType> {
    return make(ImportChoiceCountsType, await this.review.choices(batch));
  }

  @ResolveField(() => ImportRowConnection, { description: 'Rows in the order of the file, as long as they are kept.' })
  @OfGrade('G5')
  async rows(
    @Parent() { batch }: ImportBatchType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('only', {
      type: () => ImportRowFilterEnum,
      nullable: true,
      description: 'Which rows; all where it is missing.',
    })
    only?: RowFilter | null,
  ) {
    const bounds = pageBounds({ first, after });
    const { rows, total } = await this.review.rows(actor, batch, !only || only === 'ALL' ? undefined : only, bounds);
    return toConnection(rows.map(toRow), bounds.offset, total);
  }
}
