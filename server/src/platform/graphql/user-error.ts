// Expected refusals as types of the schema: a code, facts, never a sentence for people.
import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Graded } from '../access/index.js';

@InterfaceType({ description: 'An expected refusal. The client has words for its code in each language.' })
export abstract class UserError {
  @Field({ description: 'A stable code in capitals.' }) code: string;
  @Field({ description: 'A short English sentence for developers; never shown to people.' }) message: string;
}

@ObjectType({ description: 'What is wrong with one field of the input.' })
@Graded('G0')
export class FieldProblem {
  @Field({ description: 'Name of the input field.' }) field: string;
  @Field({ description: 'Code of the problem.' }) code: string;
}

@ObjectType({ implements: () => [UserError], description: 'The input cannot be used as it is.' })
@Graded('G0')
export class InvalidInput extends UserError {
  @Field(() => [FieldProblem], { description: 'Every wrong field, not only the first.' }) fields: FieldProblem[];
}

@ObjectType({ implements: () => [UserError], description: 'No such thing, or none that the viewer may know of.' })
export class NotFound extends UserError {}

@ObjectType({ implements: () => [UserError], description: 'Someone else changed it meanwhile.' })
@Graded('G0')
export class StaleVersion extends UserError {
  @Field(() => Int, { description: 'The version to load before trying again.' }) currentVersion: number;
}

@ObjectType({ implements: () => [UserError], description: 'The state machine does not lead from here to there.' })
@Graded('G0')
export class TransitionRefused extends UserError {
  @Field({ description: 'State it is in.' }) from: string;
  @Field({ description: 'State that was asked for.' }) to: string;
}

/** Errors that many services return, as facts. */
export interface InvalidInputError {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly FieldProblem[];
}
export interface NotFoundError {
  readonly code: 'NOT_FOUND';
}
export interface StaleVersionError {
  readonly code: 'STALE_VERSION';
  readonly currentVersion: number;
}
export interface TransitionError {
  readonly code: 'TRANSITION_REFUSED';
  readonly from: string;
  readonly to: string;
}
export type CommonError = InvalidInputError | NotFoundError | StaleVersionError | TransitionError;

/** Fills an object type; the schema finds the member of a union by the class. */
export function make<T extends object>(type: new () => T, fields: T): T {
  return Object.assign(new type(), fields);
}

interface CommonPayloads {
  INVALID_INPUT: InvalidInput;
  NOT_FOUND: NotFound;
  STALE_VERSION: StaleVersion;
  TRANSITION_REFUSED: TransitionRefused;
}

/** The schema's form of a common error. */
export function toCommonPayload<E extends CommonError>(error: E): CommonPayloads[E['code']] {
  return commonPayload(error) as CommonPayloads[E['code']];
}

function commonPayload(error: CommonError): CommonPayloads[keyof CommonPayloads] {
  switch (error.code) {
    case 'INVALID_INPUT':
      return make(InvalidInput, {
        code: error.code,
        message: 'Some fields need another value.',
        fields: [...error.fields],
      });
    case 'NOT_FOUND':
      return make(NotFound, { code: error.code, message: 'There is no such thing here.' });
    case 'STALE_VERSION':
      return make(StaleVersion, {
        code: error.code,
        message: 'It was changed meanwhile; load it again.',
        currentVersion: error.currentVersion,
      });
    case 'TRANSITION_REFUSED':
      return make(TransitionRefused, {
        code: error.code,
        message: 'This step does not follow from the present state.',
        from: error.from,
        to: error.to,
      });
  }
}
