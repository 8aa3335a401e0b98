import { TextInput } from '@mantine/core';
import { type ComponentProps, type JSX, useState } from 'react';
import { useSay } from '../i18n/locale-context.js';
import type { Message } from '../i18n/message.js';
import { enrollMessages } from '../messages/enroll.js';
import classes from './card.module.css';

type Attributes = Pick<
  ComponentProps<typeof TextInput>,
  'type' | 'inputMode' | 'autoComplete' | 'autoCapitalize' | 'required'
>;

/** The attributes that give phones the right keyboard and let browsers autofill. */
const FIELDS: Record<keyof Person, Attributes & { readonly label: Message }> = {
  name: { label: enrollMessages.name, autoComplete: 'name', autoCapitalize: 'words', required: true },
  email: {
    label: enrollMessages.email,
    type: 'email',
    inputMode: 'email',
    autoComplete: 'email',
    autoCapitalize: 'none',
    required: true,
  },
  phone: { label: enrollMessages.phone, type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
};
const ORDER = ['name', 'email', 'phone'] as const;

interface Props {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Edits the name, e-mail address and phone number. The fields have the API's names. */
export function PersonFields({ person, onChange, errorOf }: Props): JSX.Element {
  const say = useSay();
  return (
    <>
      {ORDER.map((name) => {
        const { label, ...attributes } = FIELDS[name];
        return (
          <TextInput
            key={name}
            name={name}
            size="md"
            label={say(label)}
            value={person[name]}
            error={errorOf(name)}
            withAsterisk={false}
            classNames={{ label: classes.label }}
            onChange={({ currentTarget }) => {
              onChange({ ...person, [name]: currentTarget.value });
            }}
            {...attributes}
          />
        );
      })}
    </>
  );
}

/** The person who enrolls, as typed. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Keeps the typed person. */
export const usePerson = (): [Person, (person: Person) => void] =>
  useState<Person>({ name: '', email: '', phone: '' });
