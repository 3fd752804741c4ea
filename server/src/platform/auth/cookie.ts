import { parse, serialize } from 'cookie';

const NAME = 'tongxing_session';

export const sessionToken = (header: string | undefined): string | undefined => (header ? parse(header)[NAME] : undefined);

/** `secure` is off only on plain http, which is for localhost. */
export function sessionCookie(token: string, expiresAt: string, secure: boolean): string {
  return serialize(NAME, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, expires: new Date(expiresAt) });
}

export function clearedCookie(secure: boolean): string {
  return serialize(NAME, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, expires: new Date(0) });
}
