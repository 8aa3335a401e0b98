import { clientNetwork } from './client-address.js';

describe('clientNetwork', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('takes %s for %s', (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });

  it('distinguishes neighboring networks', () => {
    expect(clientNetwork('192.0.2.1')).not.toBe(clientNetwork('192.0.2.2'));
    expect(clientNetwork('2001:db8:1:2::1')).not.toBe(clientNetwork('2001:db8:1:3::1'));
  });

  it.each([undefined, '', 'unix:', 'localhost', '1.2.3.4.5'])('returns undefined for %s', (address) => {
    expect(clientNetwork(address)).toBeUndefined();
  });
});
