import { Badge, Button, Group, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { useLanguage, useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { termsMessages } from '../../messages/program-terms.js';
import { useTenant } from '../../session/tenant-context.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Card } from '../../ui/card.js';
import { versionChanges } from './version-changes.js';
import { useVersions, type Version } from './settings.queries.js';
import styles from './settings.module.css';

/** Lists the saved versions: who changed what, and when. */
export function HistoryCard(): JSX.Element {
  const say = useSay();
  const versions = useVersions();
  return (
    <Card title={say(termsMessages.history)} lead={say(termsMessages.historyMeans)}>
      {versions.data !== undefined ? (
        <History versions={versions.data} />
      ) : (
        versions.error === null && <HistorySkeleton />
      )}
      <HistoryFoot versions={versions} />
    </Card>
  );
}

/** Shows the button for more versions, or the error. */
function HistoryFoot({ versions }: { versions: ReturnType<typeof useVersions> }): JSX.Element | null {
  const say = useSay();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = versions;
  if (error !== null) {
    return <ErrorNotice error={error} onRetry={data === undefined ? refetch : fetchNextPage} />;
  }
  if (!hasNextPage) return null;
  return (
    <div>
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {say(termsMessages.showMore)}
      </Button>
    </div>
  );
}

function History({ versions }: { versions: readonly Version[] }): JSX.Element {
  const say = useSay();
  if (versions.length === 0) return <Text size="sm">{say(termsMessages.historyEmpty)}</Text>;
  return (
    <ol className={styles.history} reversed>
      {versions.map((version, at) => (
        <HistoryItem key={version.version} version={version} current={at === 0} />
      ))}
    </ol>
  );
}

function HistoryItem({ version, current }: { version: Version; current: boolean }): JSX.Element {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const changes = versionChanges(version, { currency, locale });
  return (
    <li>
      <Group gap="xs">
        <Text component="h3" size="sm" fw={600}>
          {say(termsMessages.version, { version: version.version })}
        </Text>
        {current && (
          <Badge size="sm" variant="light" tt="none">
            {say(termsMessages.current)}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {say(termsMessages.whoAndWhen, {
            when: momentText(version.created_at, locale),
            who: version.created_by.replace(/^\w+:/, ''),
          })}
        </Text>
      </Group>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say(termsMessages.unchanged)}
        </Text>
      ) : (
        <ul>
          {changes.map((change) => (
            <Text component="li" size="sm" key={change.what}>
              {say(termsMessages.change, { ...change })}
            </Text>
          ))}
        </ul>
      )}
    </li>
  );
}

const momentText = (moment: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));

function HistorySkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack gap="xs" role="status">
      <VisuallyHidden>{say(commonMessages.loading)}</VisuallyHidden>
      <Skeleton h={14} w="60%" />
      <Skeleton h={14} w="80%" />
      <Skeleton h={14} w="50%" mt="sm" />
      <Skeleton h={14} w="70%" />
    </Stack>
  );
}
