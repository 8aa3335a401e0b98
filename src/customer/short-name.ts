import type { NameDisplay } from '../config/program-terms.js';

/** The first word of a name: `Jane Smith` → `Jane`. */
const firstName = (name: string): string => name.trim().split(/\s/u)[0] ?? '';

/** A name as others may see it: the first name and the initial of the last, `Jane Smith` → `Jane S.` */
export function shortName(name: string): string {
  const [initial] = name.trim().split(/\s/u).slice(1).at(-1) ?? '';
  return initial === undefined ? firstName(name) : `${firstName(name)} ${initial.toUpperCase()}.`;
}

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
