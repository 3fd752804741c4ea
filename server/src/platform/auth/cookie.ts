import { parse, serialize } from 'cookie';

const NAME = 'tongxing_session';

export const sessionToken = (header: string | undefined): string | undefined =>
  header ? parse(header)[NAME] : undefined;

/** Lasts by the browser's own measure, since many a phone's clock is wrong. `secure` is off only on http://localhost. */
export function sessionCookie(token: string, seconds: number, secure: boolean): string {
  return serialize(NAME, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: seconds });
}

export function clearedCookie(secure: boolean): string {
  return serialize(NAME, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, expires: new Date(0) });
}

const FACTOR_NAME = 'tongxing_factor';

/** Ties the second step to the browser that took the first. */
export function factorCookie(token: string, seconds: number, secure: boolean): string {
  return serialize(FACTOR_NAME, token, { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: seconds });
}

export function clearedFactorCookie(secure: boolean): string {
  return serialize(FACTOR_NAME, '', { httpOnly: true, sameSite: 'strict', path: '/', secure, expires: new Date(0) });
}

export const factorToken = (header: string | undefined): string | undefined =>
  header ? parse(header)[FACTOR_NAME] : undefined;

const RESET_NAME = 'tongxing_reset';

/** Ties a code to the browser that asked for it; worth nothing without the code. */
export function resetCookie(token: string, seconds: number, secure: boolean): string {
  return serialize(RESET_NAME, token, { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: seconds });
}

export const resetToken = (header: string | undefined): string | undefined =>
  header ? parse(header)[RESET_NAME] : undefined;

const LINK_NAME = 'tongxing_link';

/** A personal link that has ended, so that the page behind it says whom to call; it opens nothing. */
export function endedLinkCookie(secret: string, seconds: number, secure: boolean): string {
  return serialize(LINK_NAME, secret, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: seconds });
}

export const endedLinkSecret = (header: string | undefined): string | undefined =>
  header ? parse(header)[LINK_NAME] : undefined;
