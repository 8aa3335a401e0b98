/** What a page asks of the browser and nobody else may: to copy a code. The rest is off; sharing has no switch in Chromium. */
const PERMISSIONS = [
  'clipboard-write=(self)',
  ...['camera', 'clipboard-read', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

const ALWAYS = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
  vary: 'accept-language',
};

/** Scripts are files of ours; styles too, and those that our scripts make with this answer's nonce. */
const policy = (nonce: string, ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');

/** The headers of a page, beside those of every answer. */
export const pageHeaders = (nonce: string): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': policy(nonce, ["'none'"]),
});

/** Of a page that may be shown in a frame. `x-frame-options` must be gone: it can't name others than its own origin. */
export const framedHeaders = (nonce: string, origins: readonly string[]): Record<string, string> => ({
  ...ALWAYS,
  'content-security-policy': policy(nonce, ["'self'", ...origins]),
});
