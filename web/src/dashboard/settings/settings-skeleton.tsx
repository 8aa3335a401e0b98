import { Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import styles from './settings.module.css';

/** The settings' shape while they are fetched. */
export function SettingsSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <div role="status" aria-label={say(commonMessages.loading)} className={styles.page}>
      <div className={styles.main}>
        <Skeleton h={92} />
        <Skeleton h={340} />
        <Skeleton h={84} />
      </div>
      <div className={styles.aside}>
        <Skeleton h={320} />
      </div>
    </div>
  );
}
