import * as z from 'zod/mini';
import { PASSWORD_MIN } from '../../app/session/password.js';

// The server decides; these are the same bounds, said before anything is sent.
const PHONE_OR_MAIL = /^(?:\+?\d[\d -]{5,18}\d|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

export const SETUP_FORM = z.object({
  agencyName: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
  directorName: z.string().check(z.trim(), z.minLength(2), z.maxLength(50)),
  identifier: z.string().check(z.trim(), z.regex(PHONE_OR_MAIL)),
  password: z.string().check(z.minLength(PASSWORD_MIN), z.maxLength(200)),
});
export type SetupForm = z.infer<typeof SETUP_FORM>;
