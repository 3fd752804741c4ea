// What of who serves beside whom this world does not exercise, and which spec does.

export const COMPANY_NOT_EXERCISED: Readonly<Record<string, string>> = {
  putBeside: 'takes a volunteer under age, of whom this world has none; beside-adults.int-spec.ts names adults',
  endBeside: 'the same',
  addSeat: 'takes an open activity, of which this world has none; staffing.int-spec.ts gives seats',
  answerSeat: 'takes the id of a seat, of which this world has none; staffing.int-spec.ts answers some',
};
