import { needsSecondLook, RELEASE_AUDIENCES } from './audiences.js';

it('asks for a second look before anything goes to somebody to whom the child is unknown', () => {
  expect(RELEASE_AUDIENCES.filter(needsSecondLook)).toEqual(['DONOR', 'COMPANY', 'PARTNER', 'PUBLIC']);
});
