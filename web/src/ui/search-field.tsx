import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type JSX, useState } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { SearchIcon } from './icons.js';

interface Props {
  /** The fields that are searched, such as `Name or e-mail`. */
  readonly by: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

const PAUSE_MS = 300;
/** The API's limit. */
const MAX_LENGTH = 200;

/** Searches when the typing pauses. */
export function SearchField({ by, value, onSearch }: Props): JSX.Element {
  const say = useSay();
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  const search = useDebouncedCallback((text: string) => {
    setAsked(text.trim());
    onSearch(text.trim());
  }, PAUSE_MS);
  if (value !== seen) {
    setSeen(value);
    // Changed from outside, for example by the back button. Otherwise the typed text stays.
    if (value !== asked) setTyped(value);
  }
  return (
    <TextInput
      type="search"
      label={say(commonMessages.search)}
      placeholder={by}
      aria-label={`${say(commonMessages.search)}: ${by}`}
      leftSection={<SearchIcon />}
      maxLength={MAX_LENGTH}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}
