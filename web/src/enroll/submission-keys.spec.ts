import { submissionKeys } from './submission-keys.js';

describe('submissionKeys', () => {
  it('gives each content a key of its own', () => {
    let made = 0;
    const keyFor = submissionKeys(() => `key ${++made}`);
    expect(keyFor({ name: 'Jane' })).toBe('key 1');
    expect(keyFor({ name: 'Jane' })).toBe('key 1');
    expect(keyFor({ name: 'Jan' })).toBe('key 2');
    expect(keyFor({ name: 'Jane' })).toBe('key 1'); // back to a content that may have been sent
  });

  it('creates keys that the API accepts', () => {
    expect(submissionKeys()({})).toMatch(/^[0-9a-f]{32}$/);
  });
});
