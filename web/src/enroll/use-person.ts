import { useState } from 'react';

/** Who enrolls, as they typed it. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Who enrolls, and the way to change it. */
export const usePerson = (): [Person, (person: Person) => void] =>
  useState<Person>({ name: '', email: '', phone: '' });
