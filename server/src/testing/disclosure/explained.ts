// Root fields that the generated operations cannot lead to an answer of their own, and why. A line that no longer holds
// fails the test, as does a field that is missing here.

/** Never answered with anything but a refusal or null in this world. */
export const NOT_EXERCISED: Readonly<Record<string, string>> = {
  signOut: 'would end the session that the other cases ask with; revocation.int-spec.ts ends it',
};
/** Left out altogether. */
export const NOT_CALLED: readonly string[] = ['signOut'];

/** Called when all else is done: they take away what other cases stand on. */
export const CALLED_LAST: readonly string[] = ['erasePerson'];
