import { List, Text } from '@mantine/core';
import { type JSX, useId } from 'react';
import { useLanguage } from '../../i18n/locale-context.js';
import { type Message, textOf, type Values } from '../../i18n/message.js';
import { costMessages } from '../../messages/cost-preview.js';
import { useTenant } from '../../session/tenant-context.js';
import { centsText, type Currency, percentText } from '../../ui/value-words.js';
import type { Writing } from './program-draft.js';
import type { Preview } from './settings.queries.js';

/** Lists what the figures leave out. */
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

/** Describes what a preview can't know or leaves out. The last sentence is always included. */
function notesOn({ proposed, dropped_by_promo }: Preview, { currency, locale }: Writing): readonly string[] {
  const say = (message: Message, values?: Values): string => textOf(message, locale, values);
  const { referrer, referee, left_out, waiting_cents } = proposed;
  const limited = left_out.capped + left_out.over_budget;
  const sides = [
    { side: say(costMessages.referrers), ...referrer },
    { side: say(costMessages.referees), ...referee },
  ];
  const unpriced = sides.filter(({ percent_unpriced }) => percent_unpriced > 0);
  return [
    ...(left_out.program_off > 0 ? [say(costMessages.off)] : []),
    ...unpriced.map(({ side, percent_unpriced: count, average_percent }) =>
      say(costMessages.unpriced, { side, count, average: percentText(average_percent ?? 0, locale) }),
    ),
    ...(waiting_cents > 0
      ? [say(costMessages.waiting, { amount: centsText(waiting_cents, currency, locale) })]
      : []),
    ...(limited > 0 ? [say(costMessages.limited, { count: limited })] : []),
    ...(dropped_by_promo > 0 ? [say(costMessages.dropped, { count: dropped_by_promo })] : []),
    say(costMessages.behavior),
  ];
}
