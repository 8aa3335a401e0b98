import { Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import classes from './portal.module.css';

/** The shape of the cards while they are fetched. */
export function PortalSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <div role="status" aria-label={say(commonMessages.loading)} className={classes.columns}>
      <Skeleton h={400} />
      <Skeleton h={180} />
    </div>
  );
}
