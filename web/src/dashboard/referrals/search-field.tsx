import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { referralsMessages } from '../../messages/referrals.js';
import { SearchIcon } from '../../ui/icons.js';

const PAUSE_MS = 300;
/** As the API takes it. */
const MAX_LENGTH = 200;

/** Searches when the typing pauses. */
export function SearchField({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (text: string) => void;
}): JSX.Element {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null); // null: as searched for
  const search = useDebouncedCallback((text: string) => {
    setTyped(null);
    onSearch(text);
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      label={say(commonMessages.search)}
      placeholder={say(referralsMessages.searchHint)}
      leftSection={<SearchIcon />}
      maxLength={MAX_LENGTH}
      value={typed ?? value}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}
