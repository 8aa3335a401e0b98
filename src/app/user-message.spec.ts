import { SettingsError } from '../common/env.js';
import { toUserMessage } from './user-message.js';

const failure = (properties: object, message = ''): Error => Object.assign(new Error(message), properties);

describe('toUserMessage', () => {
  it.each([
    [new SettingsError('Invalid settings. PORT: too big'), 'Invalid settings. PORT: too big'],
    [
      failure({ code: 'EADDRINUSE', syscall: 'listen', port: 3000 }),
      'Port 3000 is in use. Set PORT to another one.',
    ],
    [failure({ code: 'EACCES', syscall: 'listen' }), "HOST, PORT: can't listen on this address (EACCES)."],
    [
      failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
      "HOST, PORT: can't listen on this address (ENOTFOUND).",
    ],
  ])('returns one line for: %s', (error, line) => {
    expect(toUserMessage(error)).toBe(line);
  });

  it('returns the stack of an unexpected error', () => {
    expect(toUserMessage(new Error('oops'))).toContain('user-message.spec');
  });
});
