import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { Schemas } from 'referrals-sdk';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { momentText } from '../../ui/value-words.js';
import { lineWords, type Names, type Words } from './timeline-words.js';
import classes from './timeline.module.css';

/** What happened to a referral, the oldest first. */
export function Timeline({
  lines,
  names,
}: {
  lines: readonly Schemas['TimelineLine'][];
  names: Names;
}): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const text = (words: Words): string =>
    typeof words === 'string' ? words : say(words.message, words.values);
  return (
    <ol className={classes.timeline}>
      {lines.map((line, at) => {
        const { title, notes, actor } = lineWords(line, names);
        return (
          <li key={at} className={classes.line}>
            <Text size="sm" fw={550}>
              {text(title)}
            </Text>
            {notes.length > 0 && <Text size="sm">{notes.map(text).join(', ')}</Text>}
            <Text size="xs" c="dimmed">
              <time dateTime={line.at}>{momentText(line.at, locale)}</time> · {text(actor)}
            </Text>
          </li>
        );
      })}
    </ol>
  );
}
