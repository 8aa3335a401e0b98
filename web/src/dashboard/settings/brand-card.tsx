import { Button, Group, Text, TextInput } from '@mantine/core';
import { type JSX, useMemo } from 'react';
import { ProblemError } from 'referrals-sdk/problem';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { useTenant } from '../../session/tenant-context.js';
import { brandShades } from '../../ui/brand-shades.js';
import { Card } from '../../ui/card.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useNotify } from '../../ui/use-notify.js';
import styles from './settings.module.css';
import { useSaveColor } from './settings.queries.js';

/** The API's name of the field. */
const FIELD = 'brand_color';
const COLOR = /^#[0-9a-f]{6}$/i;

interface Props {
  /** The typed color, if any; the page asks before it is lost. */
  readonly typed: string | null;
  readonly onType: (color: string | null) => void;
}

/** Edits the color of all pages, with a preview. */
export function BrandCard({ typed, onType }: Props): JSX.Element {
  const say = useSay();
  const notify = useNotify();
  const { brandColor } = useTenant();
  const { mutate, isPending, error, reset } = useSaveColor();
  const text = typed ?? brandColor;
  const color = colorFrom(text);
  const type = (next: string | null): void => {
    reset();
    onType(next);
  };
  const save = (): void => {
    if (color === null) {
      document.getElementById(FIELD)?.focus();
      return;
    }
    mutate(color, {
      onSuccess: () => {
        onType(null);
        notify(say(settingsMessages.colorSaved), say(settingsMessages.saved));
      },
    });
  };
  return (
    <Card title={say(settingsMessages.color)} lead={say(settingsMessages.colorMeans)}>
      <form
        noValidate
        className={styles.color}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <input
            type="color"
            className={styles.picker}
            value={color ?? brandColor}
            onChange={(event) => {
              type(event.currentTarget.value);
            }}
            aria-label={say(settingsMessages.colorPicker)}
          />
          <TextInput
            id={FIELD}
            aria-label={say(settingsMessages.colorField)}
            value={text}
            onChange={(event) => {
              type(event.currentTarget.value);
            }}
            error={(color === null || isRefused(error)) && say(settingsMessages.colorWrong)}
            maxLength={7}
            autoComplete="off"
            spellCheck={false}
            w={130}
          />
        </Group>
        <BrandPreview color={color ?? brandColor} />
        {typed !== null && (
          <Group gap="xs" className={styles.colorButtons ?? ''}>
            <Button type="submit" variant="light" loading={isPending}>
              {say(settingsMessages.colorSave)}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              disabled={isPending}
              onClick={() => {
                type(null);
              }}
            >
              {say(settingsMessages.discard)}
            </Button>
          </Group>
        )}
      </form>
      {error !== null && !isRefused(error) && <ErrorNotice error={error} />}
    </Card>
  );
}

const isRefused = (error: Error | null): boolean =>
  error instanceof ProblemError && error.errorsOf(FIELD).length > 0;

/** Parses six hexadecimal digits, with or without `#`; null if it is not a color. */
function colorFrom(text: string): string | null {
  const color = `#${text.trim().replace(/^#/, '')}`.toLowerCase();
  return COLOR.test(color) ? color : null;
}

/** Shows a small picture of the portal in a color, light and dark. */
function BrandPreview({ color }: { color: string }): JSX.Element {
  const say = useSay();
  const { name } = useTenant();
  const shades = useMemo(() => brandShades(color), [color]);
  return (
    <div role="img" aria-label={say(settingsMessages.colorPreview)} className={styles.looks}>
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} className={styles.look} data-scheme={scheme} aria-hidden>
          <Text size="xs" fw={600} truncate style={{ color: shades[scheme === 'light' ? 8 : 4] }}>
            {name}
          </Text>
          <span className={styles.sample} style={{ background: shades[scheme === 'light' ? 8 : 7] }}>
            {say(settingsMessages.colorSample)}
          </span>
        </div>
      ))}
    </div>
  );
}
