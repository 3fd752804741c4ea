import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { clientAddress } from './client-address.js';

function asked(forwarded?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.defineProperty(request.socket, 'remoteAddress', { value: '10.0.0.1' });
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

describe('the address of whoever asks', () => {
  it('is not what a client claims, without a proxy', () => {
    expect(clientAddress(asked('203.0.113.7'), false)).toBe('10.0.0.1');
  });

  it('is not what a client claims before our own proxy adds what it saw', () => {
    expect(clientAddress(asked('198.51.100.1, 203.0.113.7'), true)).toBe('203.0.113.7');
  });

  it('is the connection’s where the proxy names none', () => {
    expect(clientAddress(asked(), true)).toBe('10.0.0.1');
    expect(clientAddress(asked(''), true)).toBe('10.0.0.1');
  });
});
