import type { IncomingMessage } from 'node:http';
import { parse, serialize } from 'cookie';
import { GUEST_SECONDS } from '../company-guests.js';

const COOKIE = 'tongxing_company_guest';

/** For the browser of somebody who came from their company's sign-in; opened by `CompanyGuests`. */
export const guestCookie = (sealed: string, secure: boolean): string =>
  serialize(COOKIE, sealed, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: GUEST_SECONDS });

/** What such a browser brings along, sealed; undefined for everybody else. */
export const guestOf = ({ headers: { cookie } }: IncomingMessage): string | undefined =>
  cookie === undefined ? undefined : parse(cookie)[COOKIE];
