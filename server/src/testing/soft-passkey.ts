// An authenticator in software: it makes passkeys and signs as a phone would, also wrongly where a test asks for it.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface Behaviour {
  /** The page that asks; authenticators sign where they are. */
  readonly origin: string;
  readonly host?: string;
  /** Finger, face or PIN. */
  readonly recognised?: boolean;
  /** Counts that authenticators keep; 0 for those that keep none. */
  readonly count?: number;
}
interface Asked {
  readonly challenge: string;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const PRESENT = 0x01;
const RECOGNISED = 0x04;
const WITH_KEY = 0x40;

export class SoftPasskey {
  readonly id = randomBytes(16);
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#publicKey = pair.publicKey;
    this.#privateKey = pair.privateKey;
  }

  /** The answer to `navigator.credentials.create`, as JSON. */
  create(request: string, behaviour: Behaviour): string {
    const id = this.id;
    const credential = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, this.#cose()]);
    const authData = Buffer.concat([head(behaviour, WITH_KEY), credential]);
    const attestationObject = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]);
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', request, behaviour),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer to `navigator.credentials.get`, as JSON. */
  get(request: string, behaviour: Behaviour): string {
    const authenticatorData = head(behaviour, 0);
    const clientDataJSON = clientData('webauthn.get', request, behaviour);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.#answer({
      clientDataJSON,
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
    });
  }

  #answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  /** ES256 on P-256. */
  #cose(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    return map([
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(Buffer.from(x, 'base64url'))],
      [int(-3), bytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

function head(
  { origin, host = new URL(origin).hostname, recognised = true, count = 0 }: Behaviour,
  flags: number,
): Buffer {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(count);
  const shown = PRESENT | (recognised ? RECOGNISED : 0) | flags;
  return Buffer.concat([sha256(host), Buffer.from([shown]), counted]);
}

function clientData(type: string, request: string, { origin }: Behaviour): string {
  const { challenge } = JSON.parse(request) as Asked;
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
}

// As much of CBOR (RFC 8949) as a passkey speaks.
const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
const sized = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.concat([Buffer.from([(major << 5) | 25]), uint16(value)]);
const int = (value: number): Buffer => (value < 0 ? sized(1, -1 - value) : sized(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([sized(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([sized(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([sized(5, entries.length), ...entries.flat()]);
