// State machines as data: the server decides by them, the client offers only what they allow.

export interface Transition<State extends string> {
  readonly to: readonly State[];
  /** Target states that need a written reason. */
  readonly reasonFor?: readonly State[];
}
export type Machine<State extends string> = Readonly<Record<State, Transition<State>>>;

export function mayMove<State extends string>(machine: Machine<State>, from: State, to: State): boolean {
  return machine[from].to.includes(to);
}

export function needsReason<State extends string>(machine: Machine<State>, from: State, to: State): boolean {
  return machine[from].reasonFor?.includes(to) ?? false;
}
