import { isLoopback } from './loopback.js';

describe('isLoopback', () => {
  it.each([
    ...[
      'localhost',
      'LocalHost',
      'localhost.',
      '127.0.0.1',
      '127.0.0.53',
      '127.255.255.254',
      '127.1',
      '0x7f.0.0.1',
    ],
    ...['2130706433', '0177.0.0.1', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
  ])('is said of %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    ...[
      '0.0.0.0',
      '0',
      '::',
      '[::]',
      '::0',
      '::ffff:0.0.0.0',
      '192.168.0.1',
      '10.0.0.1',
      '128.0.0.1',
      '126.255.255.255',
    ],
    ...[
      'fe80::1',
      'fd00::1',
      '2001:db8::1',
      '127.0.0.1.example.com',
      'localhost.example.com',
      'notlocalhost',
      '',
      '*',
    ],
  ])('is not said of %j', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
