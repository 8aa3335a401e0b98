import type { NameDisplay } from '../config/program-terms.js';
import { firstName, shortName } from './short-name.js';

/** A referrer's name as the public may see it; null for one who stays hidden. */
export function shownName(name: string, display: NameDisplay): string | null {
  switch (display) {
    case 'full':
      return name;
    case 'first_initial':
      return shortName(name);
    case 'first':
      return firstName(name);
    case 'hidden':
      return null;
  }
}
