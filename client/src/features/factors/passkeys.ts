// The browser's side of passkeys. The library loads only when somebody uses one.
import type {
  PublicKeyCredentialCreationOptionsJSON as Creation,
  PublicKeyCredentialRequestOptionsJSON as Request,
} from '@simplewebauthn/browser';

/** Whether this browser, at this address, can do passkeys at all. */
export const passkeysWork = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window;

/** The signed answer as JSON; undefined where the person thought better of it, or has no passkey here. */
export async function signWithPasskey(request: string): Promise<string | undefined> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(request) as Request }));
  } catch {
    return undefined;
  }
}

export type Made = { readonly answer: string } | { readonly not: 'CANCELLED' | 'ALREADY_THERE' };

/** A new passkey as JSON, or why there is none. */
export async function makePasskey(request: string): Promise<Made> {
  const { startRegistration, WebAuthnError } = await import('@simplewebauthn/browser');
  try {
    return { answer: JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(request) as Creation })) };
  } catch (error) {
    const there = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    return { not: there ? 'ALREADY_THERE' : 'CANCELLED' };
  }
}
