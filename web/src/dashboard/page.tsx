import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type JSX, type ReactNode, useEffect } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { dashboardMessages } from '../messages/dashboard.js';
import { useTenant } from '../session/tenant-context.js';

interface Props {
  readonly title: string;
  /** The purpose of the page, in one sentence. */
  readonly lead?: string;
  /** Buttons shown beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Shows a dashboard page with its heading, and sets the browser's title. */
export function Page({ title, lead, actions, children }: Props): JSX.Element {
  const say = useSay();
  const { name } = useTenant();
  useEffect(() => {
    document.title = say(dashboardMessages.pageTitle, { page: title, tenant: name });
  });
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {lead !== undefined && <Text c="dimmed">{lead}</Text>}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}

export function NotFound(): JSX.Element {
  const say = useSay();
  return (
    <Page title={say(dashboardMessages.notFound)}>
      <Text>{say(dashboardMessages.notFoundAdvice)}</Text>
    </Page>
  );
}

/** Shows a placeholder while a page loads. */
export function PageSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <Stack role="status" aria-label={say(commonMessages.loading)} gap="md">
      <Skeleton h={34} w={220} />
      <Skeleton h={120} />
      <Skeleton h={280} />
    </Stack>
  );
}
