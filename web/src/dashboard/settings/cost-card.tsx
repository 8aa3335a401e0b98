import { Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { costMessages } from '../../messages/cost-preview.js';
import { useTenant } from '../../session/tenant-context.js';
import { Card } from '../../ui/card.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { centsText, dayText } from '../../ui/value-words.js';
import { CostBars, CostTable } from './cost-figures.js';
import { CostNotes } from './cost-notes.js';
import { isInvalidInput } from './field-problem.js';
import { useProgramForm, useTypedPreview } from './program-form.js';
import styles from './cost.module.css';
import type { Preview } from './settings.queries.js';

/** Compares what the typed and the saved program would have cost in the last 90 days. */
export function CostCard(): JSX.Element {
  const say = useSay();
  const { reading } = useProgramForm();
  const preview = useTypedPreview();
  const { data, error, isFetching, refetch } = preview;
  const unreadable = reading.request === null || (error !== null && isInvalidInput(error));
  return (
    <Card title={say(costMessages.title)}>
      {unreadable ? (
        <Text size="sm" c="dimmed">
          {say(costMessages.unreadable)}
        </Text>
      ) : error !== null ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : data === undefined ? (
        <CostSkeleton />
      ) : (
        <div aria-busy={isFetching} className={styles.cost}>
          {data.referrals === 0 ? <NoReferrals /> : <Cost preview={data} />}
        </div>
      )}
    </Card>
  );
}

function Cost({ preview }: { preview: Preview }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { from, to, referrals, affected } = preview;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {say(costMessages.lead, { from: dayText(from, locale), to: dayText(to, locale) })}
      </Text>
      <div role="status">
        <Difference cents={preview.difference_cents} />
        <Text size="sm" mt={4}>
          {say(costMessages.affected, { affected, count: referrals })}
        </Text>
      </div>
      <CostBars preview={preview} />
      <CostTable preview={preview} />
      <CostNotes preview={preview} />
    </Stack>
  );
}

function Difference({ cents }: { cents: number }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const amount = centsText(Math.abs(cents), currency, locale);
  const message = cents > 0 ? costMessages.more : cents < 0 ? costMessages.less : costMessages.same;
  return (
    <Text>
      <Text component="span" size="xl" fw={700} display="block" lh={1.2}>
        {say(message, { amount })}
      </Text>{' '}
      {say(cents === 0 ? costMessages.asSaved : costMessages.thanSaved)}
    </Text>
  );
}

function NoReferrals(): JSX.Element {
  const say = useSay();
  return (
    <div>
      <Text size="sm" fw={600}>
        {say(costMessages.none)}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {say(costMessages.noneMeans)}
      </Text>
    </div>
  );
}

function CostSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{say(commonMessages.loading)}</VisuallyHidden>
      <Skeleton h={14} />
      <Skeleton h={32} w={140} />
      <Skeleton h={56} />
      <Skeleton h={96} />
    </Stack>
  );
}
