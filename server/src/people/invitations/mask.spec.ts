import { maskIdentifier } from './mask.js';

it.each([
  ['+8613800138000', '138****8000'],
  ['zhou@example.org', 'z***@example.org'],
  ['+85251234567', '+85****4567'],
])('%s is shown as %s', (identifier, masked) => {
  expect(maskIdentifier(identifier)).toBe(masked);
});
