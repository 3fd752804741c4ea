import { chosen, neighbour, nextWaiting, proposalFilter, type Listed } from './board-view.js';

const ROWS: readonly Listed[] = [
  { id: 'a', state: 'ACCEPTED' },
  { id: 'b', state: 'PROPOSED' },
  { id: 'c', state: 'DECLINED' },
  { id: 'd', state: 'PROPOSED' },
];

describe('the open proposal', () => {
  it('is none in an empty list', () => expect(chosen([], 'a')).toBeUndefined());

  it('is the one of the address, else the first that waits, else the first', () => {
    expect(chosen(ROWS, 'c')?.id).toBe('c');
    expect(chosen(ROWS, 'gone')?.id).toBe('b');
    expect(chosen(ROWS.slice(0, 1), '')?.id).toBe('a');
  });

  it('is the one of the address, too, while its row is not listed yet', () => {
    expect(chosen(ROWS, 'further', true)?.id).toBe('further');
    expect(chosen(ROWS, '', true)?.id).toBe('b');
  });
});

describe('walking', () => {
  it('stops at both ends', () => {
    expect([neighbour(ROWS, 'a', -1)?.id, neighbour(ROWS, 'd', 1)?.id]).toEqual(['a', 'd']);
    expect([neighbour(ROWS, 'a', 1)?.id, neighbour(ROWS, 'd', -1)?.id]).toEqual(['b', 'c']);
    expect(neighbour([], 'a', 1)).toBeUndefined();
  });
});

describe('after a decision', () => {
  it('goes to the next that waits, below first, and never to the one just decided', () => {
    expect(nextWaiting(ROWS, 'b')?.id).toBe('d');
    expect(nextWaiting(ROWS, 'd')?.id).toBe('b');
  });

  it('goes nowhere when all are decided', () => {
    expect(nextWaiting(ROWS.slice(0, 2), 'b')).toBeUndefined();
  });
});

describe('proposalFilter', () => {
  it('knows the states only', () => {
    expect(['', 'proposed', 'PROPOSED'].map(proposalFilter)).toEqual([null, null, 'PROPOSED']);
  });
});
