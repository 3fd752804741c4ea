// An application as the agency holds it, as answers of the form.
import type { ApplicationAnswers } from '@tongxing/shared/rules';
import type { Own_ApplicationFragment } from '../../gql/graphql.js';

export function answersOf(own: Own_ApplicationFragment): ApplicationAnswers {
  const { name, phone, gender, birthDate, guardianName, guardianPhone, areaCode, motive, experience } = own;
  return {
    ...{
      name,
      phone,
      gender: gender ?? undefined,
      birthDate,
      guardianName,
      guardianPhone,
      areaCode,
      motive,
      experience,
    },
    interests: own.interests,
    languages: own.languages,
    skills: own.skills,
    freeTimes: own.freeTimes.map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute })),
    referees: own.referees.map(({ name: called, phone: number, relation }) => ({
      name: called,
      phone: number,
      relation,
    })),
  };
}
