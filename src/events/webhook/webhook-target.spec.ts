import { parseTarget } from './webhook-target.js';

const ALLOW = ['127.0.0.1:8080', 'hooks.internal:443', '[::1]:9000', '10.0.0.1:80'];

describe('parseTarget', () => {
  it.each([
    ['https://example.com/hook', 'example.com'],
    ['https://EXAMPLE.com:8443/hook?key=1', 'example.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['https://localhost.example.com/', 'localhost.example.com'],
    ['https://notlocalhost/', 'notlocalhost'],
    [`https://example.com/${'a'.repeat(2048 - 'https://example.com/'.length)}`, 'example.com'],
    ['https://8.8.8.8/', '8.8.8.8'],
    ['https://134744072/', '8.8.8.8'],
    ['https://[2606:4700:4700::1111]/', '2606:4700:4700::1111'],
  ])('accepts %s', (text, host) => {
    expect(parseTarget(text, ALLOW)).toMatchObject({ host, isAllowed: false });
  });

  it.each([
    ['http://127.0.0.1:8080/hook', '127.0.0.1'],
    ['https://127.0.0.1:8080/hook', '127.0.0.1'],
    ['http://2130706433:8080/', '127.0.0.1'],
    ['https://hooks.internal/', 'hooks.internal'],
    ['http://[::1]:9000/', '::1'],
    ['http://10.0.0.1/', '10.0.0.1'],
  ])('accepts %s as an exception of the operator', (text, host) => {
    expect(parseTarget(text, ALLOW)).toMatchObject({ host, isAllowed: true });
  });

  it.each([
    ['', 'invalid_url'],
    ['example.com', 'invalid_url'],
    ['/hook', 'invalid_url'],
    ['https://', 'invalid_url'],
    ['https://exa mple.com/', 'invalid_url'],
    [' https://example.com/', 'invalid_url'],
    ['https://example.com/\n', 'invalid_url'],
    ['ht\ttps://example.com/', 'invalid_url'],
    ['https:\\\\example.com', 'invalid_url'],
    ['https://example.com:99999/', 'invalid_url'],
    ['https://1.2.3.4.5/', 'invalid_url'],
    ['https://256.1.1.1/', 'invalid_url'],
    ['https://[fe80::1%25eth0]/', 'invalid_url'],
    [`https://example.com/${'a'.repeat(2049 - 'https://example.com/'.length)}`, 'invalid_url'],
    ['http://example.com/', 'https_only'],
    ['http://127.0.0.1:8081/', 'https_only'],
    ['http://hooks.internal/', 'https_only'],
    ['ftp://example.com/', 'https_only'],
    ['ftp://127.0.0.1:8080/', 'https_only'],
    ['file:///etc/passwd', 'https_only'],
    ['javascript:alert(1)', 'https_only'],
    ['data:text/plain,x', 'https_only'],
    ['https://user@example.com/', 'credentials_in_url'],
    ['https://user:secret@example.com/', 'credentials_in_url'],
    ['https://:secret@example.com/', 'credentials_in_url'],
    ['https://example.com/#a', 'fragment_in_url'],
    ['https://example.com/#', 'fragment_in_url'],
    ['https://localhost/', 'address_not_allowed'],
    ['https://LOCALHOST./', 'address_not_allowed'],
    ['https://a.localhost/', 'address_not_allowed'],
    ['https://127.0.0.1/', 'address_not_allowed'],
    ['https://127.0.0.1:8081/', 'address_not_allowed'],
    ['https://10.0.0.1/', 'address_not_allowed'],
    ['https://127.1/', 'address_not_allowed'],
    ['https://2130706433/', 'address_not_allowed'],
    ['https://0x7f000001/', 'address_not_allowed'],
    ['https://0x7f.0.0.1/', 'address_not_allowed'],
    ['https://0177.0.0.1/', 'address_not_allowed'],
    ['https://017700000001/', 'address_not_allowed'],
    ['https://①②⑦.0.0.1/', 'address_not_allowed'],
    ['https://127.0.0.1./', 'address_not_allowed'],
    ['https://%31%32%37.0.0.1/', 'address_not_allowed'],
    ['https://169.254.169.254/latest/meta-data', 'address_not_allowed'],
    ['https://0/', 'address_not_allowed'],
    ['https://10.1/', 'address_not_allowed'],
    ['https://192.168.1.1:8443/', 'address_not_allowed'],
    ['https://[::1]/', 'address_not_allowed'],
    ['https://[::]/', 'address_not_allowed'],
    ['https://[::ffff:169.254.169.254]/', 'address_not_allowed'],
    ['https://[::ffff:a9fe:a9fe]/', 'address_not_allowed'],
    ['https://[64:ff9b::169.254.169.254]/', 'address_not_allowed'],
    ['https://[2002:7f00:1::]/', 'address_not_allowed'],
    ['https://[fd00:ec2::254]/', 'address_not_allowed'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(parseTarget(text, ALLOW)).toBe(refusal);
  });
});
