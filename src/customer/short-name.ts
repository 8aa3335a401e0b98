import type { NameDisplay } from '../config/program-terms.js';

/** Returns the first word of a name: `Jane Smith` → `Jane`. */
const firstName = (name: string): string => name.trim().replace(/\s.*/su, '');

/** Returns the first name and the initial of the last name, for other people to see: `Jane Smith` → `Jane S.` */
export function shortName(name: string): string {
  const [initial] = name.trim().split(/\s/u).slice(1).at(-1) ?? '';
  return initial === undefined ? firstName(name) : `${firstName(name)} ${initial.toUpperCase()}.`;
}

/** Returns a referrer's name in the form that the tenant shows to the public; null if the name is hidden. */
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
