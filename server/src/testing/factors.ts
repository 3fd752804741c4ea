// Second factors for tests: set up as their owners do it, and the codes that an app would show.
import { generateSync } from 'otplib';
import type { TestApp, TestClient } from './test-app.js';

const BEGIN = `mutation ($i: OwnPasswordInput!) { beginTotp(input: $i) { __typename ... on TotpSetup { secret picture } } }`;
const CONFIRM = `mutation ($i: ConfirmTotpInput!) { confirmTotp(input: $i) { __typename
  ... on FactorAdded { recoveryCodes mine { recoveryCodesLeft factors { id method name } } } } }`;
const STEP_MS = 30_000;

/** What an app shows so many steps from now. */
export const codeOf = (platform: TestApp, secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(platform.clock.now().getTime() / STEP_MS + steps) * 30 });

/** A wrong one, whatever the app shows. */
export const wrongCode = (platform: TestApp, secret: string): string => {
  const right = [-1, 0, 1].map((steps) => codeOf(platform, secret, steps));
  return ['000000', '000001', '000002', '000003'].find((code) => !right.includes(code)) ?? '';
};

export interface SetUp {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly factorId: string;
}

/** Sets up an authenticator app for whoever is signed in; its code of now is used up by it. */
export async function setUpTotp(platform: TestApp, client: TestClient, password: string): Promise<SetUp> {
  const { beginTotp } = await client.data<{ beginTotp: { __typename: string; secret: string } }>(BEGIN, {
    i: { password },
  });
  if (beginTotp.__typename !== 'TotpSetup') throw new Error(`beginTotp answered ${beginTotp.__typename}`);
  const { secret } = beginTotp;
  const { confirmTotp } = await client.data<{
    confirmTotp: { __typename: string; recoveryCodes: string[] | null; mine: { factors: { id: string }[] } };
  }>(CONFIRM, { i: { code: codeOf(platform, secret) } });
  if (confirmTotp.__typename !== 'FactorAdded') throw new Error(`confirmTotp answered ${confirmTotp.__typename}`);
  return { secret, recoveryCodes: confirmTotp.recoveryCodes ?? [], factorId: confirmTotp.mine.factors[0]?.id ?? '' };
}
