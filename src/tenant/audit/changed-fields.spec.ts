import { changedFields } from './changed-fields.js';

describe('what has changed', () => {
  it.each([
    ['one of two fields', { a: 1, b: 2 }, { a: 1, b: 3 }, { before: { b: 2 }, after: { b: 3 } }],
    [
      'to and from null',
      { a: null, b: 1 },
      { a: 1, b: null },
      { before: { a: null, b: 1 }, after: { a: 1, b: null } },
    ],
    ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, { before: {}, after: {} }],
    ['inside a list', { a: [1] }, { a: [1, 2] }, { before: { a: [1] }, after: { a: [1, 2] } }],
    ['a field that was not there', { a: 1 }, { a: 1, b: 2 }, { before: {}, after: { b: 2 } }],
    ['all of it: made', undefined, { a: 1 }, { before: null, after: { a: 1 } }],
    ['all of it: removed', { a: 1 }, undefined, { before: { a: 1 }, after: null }],
  ])('%s', (_, before, after, changes) => {
    expect(changedFields(before, after)).toStrictEqual(changes);
  });
});
