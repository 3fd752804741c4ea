// Root fields that the generated operations cannot lead to an answer of their own, and why. A line that no longer holds
// fails the test, as does a field that is missing here.

/** Never answered with anything but a refusal or null in this world. */
export const NOT_EXERCISED: Readonly<Record<string, string>> = {
  pausedAccount:
    'queries run before anything is changed: nobody was stopped while signed in; work-stops have their own test',
  resumeWork: 'takes the id of a stop, and comes before stopWork in the order of the schema: nobody is stopped yet',
  signOut: 'would end the session that the other cases ask with; revocation.int-spec.ts ends it',
};
/** Left out altogether. */
export const NOT_CALLED: readonly string[] = ['signOut'];

/** Called when all else is done: they take away what other cases stand on. */
export const CALLED_LAST: readonly string[] = ['erasePerson'];

/** Places of ids for which this world has nobody else's row. */
export const IDS_NOT_TRIED: Readonly<Record<string, string>> = {
  'resumeWork.input.stopId':
    'nobody of this world has been stopped; the tests of work-stops try the stop of another agency',
};
