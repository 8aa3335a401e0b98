import { lookFor } from './host-page.js';

it('is dark on a dark background and light on a light one, in the color of the host where it names one', () => {
  expect(lookFor('#aa3377', '#101418')).toEqual({ brandColor: '#aa3377', scheme: 'dark' });
  expect(lookFor(null, '#ffffff')).toEqual({ brandColor: undefined, scheme: 'light' });
  expect([lookFor(null, '#757575').scheme, lookFor(null, '#777777').scheme]).toEqual(['dark', 'light']);
});
