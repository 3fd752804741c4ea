import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { InvalidInput, NotFound, TransitionRefused } from '../../platform/graphql/index.js';
import { ConcernFileType } from './concern-file.types.js';

@InputType()
export class LinkConcernInput {
  @Field(() => ID, { description: 'Which concern; one that named no child.' }) concernId: string;
  @Field(() => ID, { description: 'Which child it is about.' }) childId: string;
  @Field({ description: 'How one knows; 500 characters at most.' }) reason: string;
  @Field({ description: 'The client’s own id of this; a retry with it links nothing more.' }) requestId: string;
}

@InputType()
export class NameConcernColleagueInput {
  @Field(() => ID, { description: 'Which concern.' }) concernId: string;
  @Field(() => ID, { description: 'Which colleague of the case team it is about.' }) personId: string;
}

export const TieConcernResult = createUnionType({
  name: 'TieConcernResult',
  types: () => [ConcernFileType, InvalidInput, TransitionRefused, NotFound] as const,
});
