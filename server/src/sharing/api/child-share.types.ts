import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentMissing } from '../../giving/index.js';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, LocalDateType, NotFound } from '../../platform/graphql/index.js';
import { SHARED_WITH, type SharedWith } from '../domain/shared-child.js';

export const SharedWithEnum = Object.fromEntries(SHARED_WITH.map((one) => [one, one])) as Record<
  SharedWith,
  SharedWith
>;
registerEnumType(SharedWithEnum, { name: 'SharedWith', description: 'To whom a child can be opened.' });

@ObjectType('ShareReader', { description: 'Somebody to whom a child can be opened.' })
@Graded('share', 'G2')
export class ShareReaderType {
  @Field(() => ID, { description: 'The person, opaque.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => SharedWithEnum, { description: 'As whom they read.' }) audience: SharedWith;
}

@ObjectType('ChildShare', { description: 'What a family agreed to, opened for one named reader until a day.' })
@Graded('share', 'G2')
export class ChildShareType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => SharedWithEnum, { description: 'As whom they read.' }) audience: SharedWith;
  @Field({ description: 'Name of the reader.' }) readerName: string;
  @Field({ description: 'Which company or agency.' }) organisation: string;
  @Field(() => LocalDateType, { description: 'Since when.' }) openedOn: string;
  @Field(() => LocalDateType, { description: 'Last day.' }) until: string;
  @Field({ description: 'Whether its reader can look today.' }) open: boolean;
}

@InputType()
export class OpenShareInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => ID, { description: 'Who is to read, by person.' }) personId: string;
  @Field(() => SharedWithEnum, { description: 'As whom they read.' }) audience: SharedWith;
  @Field({ description: 'Which company or agency; 80 characters at most.' }) organisation: string;
  @Field(() => LocalDateType, { description: 'Last day; a year ahead at most.' }) until: string;
  @Field({ description: 'The client’s own id of this; a retry with it opens nothing anew.' }) requestId: string;
}

@InputType()
export class CloseShareInput {
  @Field(() => ID, { description: 'Which one.' }) childShareId: string;
}

export const OpenShareResult = createUnionType({
  name: 'OpenShareResult',
  types: () => [ChildShareType, ConsentMissing, InvalidInput, NotFound] as const,
});
export const CloseShareResult = createUnionType({
  name: 'CloseShareResult',
  types: () => [ChildShareType, NotFound] as const,
});
