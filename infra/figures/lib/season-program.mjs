// @ts-check
// A month of activities as one integer program, as a general solver would be asked without any of the engine's ideas.

const STEP = 30;

/**
 * A variable for each seat that a volunteer may take, for each half hour given (evenness costs more with each), and for
 * what is missing of minimums. Whoever is at two places at once is ruled out by all that goes on at one moment, and pair
 * by pair where only the way between them is too long.
 * @param {typeof import('@tongxing/shared/matching')} engine
 * @param {import('@tongxing/shared/matching').SeatsProblem} season
 */
export function seasonProgram(engine, season) {
  const reading = new engine.SeatsReading(season, new Set());
  const options = season.volunteers.flatMap((volunteer) =>
    season.activities.flatMap((activity) =>
      activity.roles.flatMap(({ role }) => {
        const worth = reading.worth(volunteer.id, activity.id, role);
        return worth === undefined ? [] : [{ volunteer, activity, role, worth }];
      }),
    ),
  );
  /** @type {number[]} */
  const value = options.map(({ worth }) => worth);
  /** @type {import('@tongxing/shared/matching').ProgramRow[]} */
  const rows = [];
  /** @param {(readonly [number, number])[]} terms @param {number} atMost */
  const row = (terms, atMost) => {
    if (terms.length > 0) rows.push({ terms, atMost });
  };
  for (const volunteer of season.volunteers) {
    const own = options.flatMap((option, o) => (option.volunteer === volunteer ? [{ ...option, o }] : []));
    if (own.length === 0) continue;
    const { gapMinutes } = season.rules;
    for (const { activity: now } of own) {
      const going = own.filter(({ activity: { start, end } }) => start <= now.start && now.start < end + gapMinutes);
      row(
        going.map(({ o }) => [o, 1]),
        1,
      );
    }
    own.forEach((one, index) => {
      for (const other of own.slice(index + 1)) {
        const [first, next] = one.activity.start <= other.activity.start ? [one, other] : [other, one];
        const apart = next.activity.start >= first.activity.end + gapMinutes;
        if (apart && !reading.inTime(first.activity, next.activity)) {
          row(
            [
              [one.o, 1],
              [other.o, 1],
            ],
            1,
          );
        }
      }
    });
    const minutes = own.map(({ activity, o }) => /** @type {const} */ ([o, activity.end - activity.start]));
    /** @type {(readonly [number, number])[]} */
    const given = [];
    for (let from = 0; from < volunteer.minutesPerMonth; from += STEP) {
      const more = reading.unevenness(volunteer, from + STEP) - reading.unevenness(volunteer, from);
      row([[value.length, 1]], STEP);
      given.push([value.length, -1]);
      value.push(-more / STEP);
    }
    row([...minutes, ...given], 0);
  }
  const missing = (/** @type {number} */ cost) => value.push(-cost) - 1;
  for (const activity of season.activities) {
    /** @type {(readonly [number, number])[]} */
    const all = [];
    /** @type {(readonly [number, number])[]} */
    const open = [];
    for (const { role, seats, least } of activity.roles) {
      const here = options.flatMap((option, o) => (option.activity === activity && option.role === role ? [o] : []));
      row(
        here.map((o) => [o, 1]),
        seats,
      );
      all.push(...here.map((o) => /** @type {const} */ ([o, -1])));
      if (least === 0) continue;
      open.push([missing(season.rules.penalty), -1]);
      row([...here.map((o) => /** @type {const} */ ([o, -1])), ...open.slice(-1)], -least);
    }
    row(
      all.map(([o]) => [o, 1]),
      activity.most,
    );
    row([...all, ...open, [missing(season.rules.penalty), -1]], -activity.least);
  }
  return { program: { value, whole: options.length, rows }, options, reading };
}

/**
 * What the plan is worth that a general solver has after so many seconds; nothing where it has none.
 * @param {typeof import('@tongxing/shared/matching')} engine
 * @param {import('@tongxing/shared/matching').ProgramReader} solver
 * @param {import('@tongxing/shared/matching').SeatsProblem} season
 * @param {number} seconds
 */
export function generalSolver(engine, solver, season, seconds) {
  const { program, options, reading } = seasonProgram(engine, season);
  const { Columns } = solver.solve(engine.programText(program), { time_limit: seconds, output_flag: false });
  const chosen = options.filter((_, o) => {
    const column = Columns[`x${o}`];
    return column && 'Primal' in column && Number(column.Primal) > 0.5;
  });
  if (chosen.length === 0) return undefined;
  let worth = chosen.reduce((sum, one) => sum + one.worth, 0);
  for (const volunteer of season.volunteers) {
    const own = chosen.filter((one) => one.volunteer === volunteer);
    const minutes = own.reduce((sum, { activity }) => sum + activity.end - activity.start, 0);
    worth -= reading.unevenness(volunteer, minutes);
  }
  for (const activity of season.activities) {
    const here = chosen.filter((one) => one.activity === activity);
    const taken = activity.roles.map(({ role }) => here.filter((one) => one.role === role).length);
    worth -= season.rules.penalty * reading.missing(activity, taken);
  }
  return worth;
}
