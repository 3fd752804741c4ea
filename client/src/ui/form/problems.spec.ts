import { namedFields, problemsResolver } from './problems.js';

describe('namedFields', () => {
  it('takes a field of the form for no other whose name ends alike', () => {
    expect(namedFields(['name', 'guardianName'], [{ field: 'input.guardianName' }])).toEqual(['guardianName']);
  });

  it('is empty where the server names something that the form does not have', () => {
    expect(namedFields(['name'], [{ field: 'input.version' }])).toEqual([]);
  });
});

describe('problemsResolver', () => {
  const resolve = problemsResolver<{ reason: string }>(({ reason }) => (reason.trim() === '' ? ['reason'] : []));
  const options = { fields: {}, shouldUseNativeValidation: false };

  it('lets nothing be sent while a field needs another look', async () => {
    expect(await resolve({ reason: ' ' }, undefined, options)).toEqual({
      values: {},
      errors: { reason: { type: 'check' } },
    });
  });

  it('passes the values on unchanged', async () => {
    expect(await resolve({ reason: '搬家' }, undefined, options)).toEqual({ values: { reason: '搬家' }, errors: {} });
  });
});
