// Codes of an authenticator app (RFC 6238): six digits, thirty seconds, one step of tolerance to either side.
import { generateSecret, generateURI, verifySync } from 'otplib';
import QRCode from 'qrcode';

const STEP_SECONDS = 30;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
const QUIET_ZONE = 2;

export const newTotpSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** What an authenticator app reads from the picture: whose code it is, and the secret. */
export const totpAddress = (secret: string, issuer: string, label: string): string =>
  generateURI({ issuer, label, secret });

/** The picture of an address, as SVG: made here, so that no secret goes to anybody else for a picture. */
export const qrPicture = (address: string): Promise<string> =>
  QRCode.toString(address, { type: 'svg', margin: QUIET_ZONE, errorCorrectionLevel: 'M' });

/** The step of a right code; undefined for a wrong one, and for one not later than the step that was used last. */
export function totpStep(secret: string, typed: string, now: Date, usedStep: number): number | undefined {
  const token = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return result.timeStep > usedStep ? result.timeStep : undefined;
}
