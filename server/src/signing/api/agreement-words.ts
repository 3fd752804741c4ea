// Lists of words as enums of the schema.
import { registerEnumType } from '@nestjs/graphql';
import {
  AGREEMENT_CAPACITIES,
  AGREEMENT_ENDS,
  AGREEMENT_KINDS,
  AGREEMENT_METHODS,
  AGREEMENT_WAYS,
} from '@tongxing/shared/rules';
import { AGREEMENT_STATES } from '@tongxing/shared/states';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const AgreementKindEnum = words(AGREEMENT_KINDS);
registerEnumType(AgreementKindEnum, { name: 'AgreementKind', description: 'With a volunteer, or with a family.' });
export const AgreementStateEnum = words(AGREEMENT_STATES);
registerEnumType(AgreementStateEnum, { name: 'AgreementState', description: 'Where an agreement stands.' });
export const AgreementCapacityEnum = words(AGREEMENT_CAPACITIES);
registerEnumType(AgreementCapacityEnum, { name: 'AgreementCapacity', description: 'As what somebody signs.' });
export const AgreementMethodEnum = words(AGREEMENT_METHODS);
registerEnumType(AgreementMethodEnum, { name: 'AgreementMethod', description: 'How somebody signs.' });
export const AgreementWayEnum = words(AGREEMENT_WAYS);
registerEnumType(AgreementWayEnum, {
  name: 'AgreementWay',
  description: 'Signed in, by a personal link, or on the worker’s device.',
});
export const AgreementEndEnum = words(AGREEMENT_ENDS);
registerEnumType(AgreementEndEnum, { name: 'AgreementEnd', description: 'Why an agreement ended.' });
