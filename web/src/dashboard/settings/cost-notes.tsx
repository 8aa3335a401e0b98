import { List, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useLanguage } from '../../i18n/locale-context.js';
import { textOf } from '../../i18n/message.js';
import { costMessages } from '../../messages/cost-preview.js';
import { useTenant } from '../../session/tenant-context.js';
import type { Currency } from '../../ui/value-words.js';
import { notesOn } from './notes-on.js';
import type { Preview } from './program-api.js';

/** What the figures leave out, in words. */
export function CostNotes({ preview }: { preview: Preview }): JSX.Element {
  const id = useId();
  const { locale } = useLanguage();
  const { currency }: { currency: Currency } = useTenant();
  return (
    <div>
      <Text component="h3" size="sm" fw={600} id={id}>
        {textOf(costMessages.unknown, locale)}
      </Text>
      <List size="sm" c="dimmed" mt={4} spacing={4} aria-labelledby={id}>
        {notesOn(preview, { currency, locale }).map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </div>
  );
}
