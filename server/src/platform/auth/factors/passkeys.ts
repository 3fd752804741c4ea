// Passkeys (WebAuthn): what a browser is asked to sign, and whether what it answers was signed for us, here and now.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** Whom a passkey belongs to: the host that people know, and the address from which it may be used. */
export interface PasskeyDomain {
  readonly host: string;
  readonly origin: string;
}
export interface KnownPasskey {
  /** base64url, as the browser names it. */
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly signatureCount: number;
  readonly transports: readonly string[];
}
/** Whether a challenge is the one that was asked for. */
type Expects = (challenge: string) => boolean;

/** Far above what any authenticator answers. */
const LONGEST_ANSWER = 20_000;
const NAME = '同行 Tongxing';

export const passkeyDomain = (publicUrl: string): PasskeyDomain => {
  const { hostname: host, origin } = new URL(publicUrl);
  return { host, origin };
};

/** For `navigator.credentials.create`, as JSON. `handle` is what the passkey keeps to say whose it is: never a name. */
export async function creationRequest(
  domain: PasskeyDomain,
  nonce: string,
  owner: { readonly handle: string; readonly label: string },
  known: readonly KnownPasskey[],
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: domain.host,
    userName: owner.label,
    userDisplayName: owner.label,
    userID: bytes(Buffer.from(owner.handle)),
    challenge: bytes(Buffer.from(nonce, 'base64url')),
    attestationType: 'none',
    excludeCredentials: known.map(named),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return JSON.stringify(options);
}

/** For `navigator.credentials.get`, as JSON. Without `known` the browser asks which passkey to use. */
export async function signatureRequest(
  domain: PasskeyDomain,
  nonce: string,
  known?: readonly KnownPasskey[],
): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: domain.host,
    challenge: bytes(Buffer.from(nonce, 'base64url')),
    // A passkey alone opens an account only where its owner was recognised by finger, face or PIN.
    userVerification: known ? 'preferred' : 'required',
    ...(known ? { allowCredentials: known.map(named) } : {}),
  });
  return JSON.stringify(options);
}

/** A new passkey, where the answer was made for this challenge at this address; undefined for every other answer. */
export async function createdPasskey(
  answer: string,
  domain: PasskeyDomain,
  expects: Expects,
): Promise<KnownPasskey | undefined> {
  const response = parse(CREATED, answer);
  if (!response) return undefined;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: expects,
      expectedOrigin: domain.origin,
      expectedRPID: domain.host,
      requireUserVerification: false,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = response.response.transports ?? [];
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      signatureCount: counter,
      transports,
    };
  } catch {
    // The library throws for every way in which an answer can be wrong: all of them are one refusal here.
    return undefined;
  }
}

/** Which passkey an answer says it is of; undefined where it is no answer at all. */
export const credentialOf = (answer: string): string | undefined => parse(SIGNED, answer)?.id;

/**
 * The new count of signatures, where the passkey signed this challenge at this address; undefined for every other
 * answer, and where the count did not grow: then there are two of it. `recognised`: whether finger, face or PIN is needed.
 */
export async function signedBy(
  passkey: KnownPasskey,
  answer: string,
  domain: PasskeyDomain,
  expects: Expects,
  recognised: boolean,
): Promise<number | undefined> {
  const response = parse(SIGNED, answer);
  if (!response) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: expects,
      expectedOrigin: domain.origin,
      expectedRPID: domain.host,
      credential: {
        id: passkey.credentialId,
        publicKey: bytes(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.signatureCount,
      },
      requireUserVerification: recognised,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

const text = z.string().max(LONGEST_ANSWER);
const COMMON = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.object({}) };
const CREATED = z.object({
  ...COMMON,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
const SIGNED = z.object({
  ...COMMON,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

function parse<Shape>(shape: z.ZodType<Shape>, answer: string): Shape | undefined {
  if (answer.length > LONGEST_ANSWER) return undefined;
  try {
    return shape.safeParse(JSON.parse(answer)).data;
  } catch {
    return undefined;
  }
}

const named = ({ credentialId: id, transports }: KnownPasskey) => ({ id, transports: [...transports] });

/** A view of its own on plain memory, which is what the library's types ask for. */
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(buffer);
