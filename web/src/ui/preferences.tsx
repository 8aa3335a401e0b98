import { Button, Group, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';

/** Switches the language, and between light and dark. */
export function Preferences(): JSX.Element {
  const say = useSay();
  const { locale, choose } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const [other, name] = locale === 'en' ? (['es', 'Español'] as const) : (['en', 'English'] as const);
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        lang={other}
        onClick={() => {
          choose(other);
        }}
      >
        {name}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={say(commonMessages.theme)}
        onClick={() => {
          setColorScheme(scheme === 'light' ? 'dark' : 'light');
        }}
      >
        <span aria-hidden>{scheme === 'light' ? '☾' : '☀'}</span>
      </Button>
    </Group>
  );
}
