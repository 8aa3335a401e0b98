import { availableText } from './availability.js';

describe('availableText', () => {
  it.each([
    [undefined, '$5 off', '$5 off'],
    [
      { from: '2026-12-27T10:00:00Z' },
      '$5 off, available from Dec 27, 2026',
      '$5 off, disponible a partir del 27 dic 2026',
    ],
    ['after_approval', '$5 off, available after approval', '$5 off, disponible tras la aprobación'],
    [
      'after_first_invoice',
      '$5 off, available after your first invoice',
      '$5 off, disponible después de tu primera factura',
    ],
  ] as const)('%j', (available, en, es) => {
    expect(availableText('$5 off', available, 'en')).toBe(en);
    expect(availableText('$5 off', available, 'es')).toBe(es);
  });

  it.each([
    [undefined, '$5 off, on your first invoice of $50 or more', '$5 off, en tu primera factura de $50 o más'],
    [
      'after_first_invoice',
      '$5 off, available after your first invoice of $50 or more',
      '$5 off, disponible después de tu primera factura de $50 o más',
    ],
  ] as const)('%j, with a minimum', (available, en, es) => {
    expect(availableText('$5 off', available, 'en', '$50')).toBe(en);
    expect(availableText('$5 off', available, 'es', '$50')).toBe(es);
  });
});
