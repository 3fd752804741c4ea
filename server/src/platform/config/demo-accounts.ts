import type { Face, Role } from '@tongxing/shared/permissions';

export interface DemoAccount {
  readonly name: string;
  readonly role: Role;
  readonly face: Face;
  readonly identifier: string;
  readonly password: string;
}

/** The demo's public logins, shown on the sign-in page; empty outside of the demo. */
export abstract class DemoAccounts {
  abstract list(): Promise<readonly DemoAccount[]>;
}
