// What the first run asks, checked before anything is sent. The server decides; these are the same bounds.
import { PASSWORD_MIN } from '../../app/session/password.js';

export interface SetupForm {
  readonly agencyName: string;
  readonly directorName: string;
  /** Phone number or e-mail. */
  readonly identifier: string;
  readonly password: string;
}

const PHONE_OR_MAIL = /^(?:\+?\d[\d -]{5,18}\d|[^\s@]+@[^\s@]+\.[^\s@]+)$/;
const within = (text: string, least: number, most: number): boolean => text.length >= least && text.length <= most;

/** The fields that need another look; none where the form may be sent. */
export function setupProblems(form: SetupForm): readonly (keyof SetupForm)[] {
  const fine: Readonly<Record<keyof SetupForm, boolean>> = {
    agencyName: within(form.agencyName.trim(), 2, 100),
    directorName: within(form.directorName.trim(), 2, 50),
    identifier: PHONE_OR_MAIL.test(form.identifier.trim()),
    password: within(form.password, PASSWORD_MIN, 200),
  };
  return SETUP_FIELDS.filter((field) => !fine[field]);
}

export const SETUP_FIELDS = ['agencyName', 'directorName', 'identifier', 'password'] as const;

/** As it is sent: without the spaces that a paste leaves around it. The password stays as it is. */
export function trimmed(form: SetupForm): SetupForm {
  return {
    agencyName: form.agencyName.trim(),
    directorName: form.directorName.trim(),
    identifier: form.identifier.trim(),
    password: form.password,
  };
}
