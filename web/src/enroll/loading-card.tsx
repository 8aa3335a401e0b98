import { Paper, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import classes from './card.module.css';

const FIELDS = [0, 1, 2];

/** The shape of the card, while its business is asked for. */
export function LoadingCard(): JSX.Element {
  const say = useSay();
  return (
    <Paper withBorder radius="lg" className={classes.card} aria-busy="true">
      <VisuallyHidden role="status">{say(commonMessages.loading)}</VisuallyHidden>
      <div className={classes.hero}>
        <Skeleton height={30} width="80%" />
        <Skeleton height={16} width="55%" mt="md" />
      </div>
      <Stack gap="lg" className={classes.body}>
        {FIELDS.map((field) => (
          <div key={field}>
            <Skeleton height={14} width={96} mb={8} />
            <Skeleton height={42} />
          </div>
        ))}
        <Skeleton height={50} mt="sm" />
      </Stack>
    </Paper>
  );
}
