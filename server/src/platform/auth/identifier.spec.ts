import { normaliseIdentifier } from './identifier.js';

describe('what people sign in with', () => {
  it.each(['', 'nobody', '12345', 'a@b', '1380013800', '@x.cn'])('refuses %s', (raw) => {
    expect(normaliseIdentifier(raw)).toBeUndefined();
  });

  it.each([
    ['138 0013 8000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    [' Director@Example.ORG ', 'director@example.org'],
    ['+852 5123 4567', '+85251234567'],
  ])('reads %s in one way', (raw, canonical) => {
    expect(normaliseIdentifier(raw)).toBe(canonical);
  });
});
