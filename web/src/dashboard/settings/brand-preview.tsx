import { Text } from '@mantine/core';
import { type JSX, useMemo } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { settingsMessages } from '../../messages/settings.js';
import { useTenant } from '../../session/tenant-context.js';
import { brandShades } from '../../ui/brand-shades.js';
import styles from './settings.module.css';

/** The portal in small, light and dark, in the shades that it would have. A picture: nothing in it can be used. */
export function BrandPreview({ color }: { color: string }): JSX.Element {
  const say = useSay();
  const { name } = useTenant();
  const shades = useMemo(() => brandShades(color), [color]);
  return (
    <div role="img" aria-label={say(settingsMessages.colourPreview)} className={styles.looks}>
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} className={styles.look} data-scheme={scheme} aria-hidden>
          <Text size="xs" fw={600} truncate style={{ color: shades[scheme === 'light' ? 8 : 4] }}>
            {name}
          </Text>
          <span className={styles.sample} style={{ background: shades[scheme === 'light' ? 8 : 7] }}>
            {say(settingsMessages.colourSample)}
          </span>
        </div>
      ))}
    </div>
  );
}
