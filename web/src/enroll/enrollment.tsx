import { useQuery } from '@tanstack/react-query';
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { answer } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';
import { Container, Group, Paper, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useApi } from '../api/api-context.js';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { enrollMessages } from '../messages/enroll.js';
import { TenantContextProvider, useTenant } from '../session/tenant-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Preferences } from '../ui/preferences.js';
import classes from './card.module.css';
import { Confirmation, type Enrolled } from './confirmation.js';
import { EnrollForm } from './enroll-form.js';
import { type EnrollLink, linkOf } from './enroll-link.js';
import { referralCodeOf } from './typed-code.js';

/** Shows the enrollment form of a business, or a notice that there is no such business. */
export function Enrollment(): JSX.Element {
  const [link] = useState(() => linkOf(location));
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: ['branding', link.slug],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/branding', { params: { query: { tenant_slug: link.slug } }, signal })),
    enabled: link.slug !== '',
    staleTime: Infinity,
  });
  useLinkOpened(link);
  if (data !== undefined) {
    return (
      <TenantContextProvider branding={data}>
        <EnrollPage link={link} />
      </TenantContextProvider>
    );
  }
  return (
    <Frame>
      {link.slug === '' || isNotFound(error) ? (
        <NoSuchBusiness />
      ) : error === null ? (
        <LoadingCard />
      ) : (
        <ErrorNotice error={error} onRetry={refetch} />
      )}
    </Frame>
  );
}

/** Tells whether there is no such business. 404: unknown or suspended. 422: not a valid slug. */
const isNotFound = (error: Error | null): boolean =>
  error instanceof ProblemError && [404, 422].includes(error.status);

/** Shows a narrow column below a header with the business's name, the language and the color scheme. */
function Frame({ tenant = '', children }: { tenant?: string; children: ReactNode }): JSX.Element {
  return (
    <Container size={512} px="md" pb={48}>
      <Group component="header" justify="space-between" wrap="nowrap" py="md">
        <Text fw={650} truncate>
          {tenant}
        </Text>
        <Preferences />
      </Group>
      <main>{children}</main>
    </Container>
  );
}

/** Shows that the link leads to no business, or to a suspended one. */
function NoSuchBusiness(): JSX.Element {
  const say = useSay();
  return (
    <Paper withBorder radius="lg" p="xl" mt={64}>
      <Stack gap="xs" ta="center">
        <Title order={1} size="h2">
          {say(enrollMessages.nowhere)}
        </Title>
        <Text c="dimmed">{say(enrollMessages.nowhereAdvice)}</Text>
      </Stack>
    </Paper>
  );
}

const FIELDS = [0, 1, 2];

/** Shows a placeholder while the business is fetched. */
function LoadingCard(): JSX.Element {
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

/** Shows the form, and after the enrollment its result. */
function EnrollPage({ link }: { link: EnrollLink }): JSX.Element {
  const { name } = useTenant();
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  return (
    <Frame tenant={name}>
      <Paper withBorder radius="lg" className={classes.card}>
        {enrolled === null ? (
          <EnrollForm link={link} onEnrolled={setEnrolled} />
        ) : (
          <Confirmation enrolled={enrolled} />
        )}
      </Paper>
    </Frame>
  );
}

/** Reports once that a link was opened. It is only counted, so a failure is ignored. */
function useLinkOpened({ slug, referralCode }: EnrollLink): void {
  const api = useApi();
  const told = useRef(false);
  useEffect(() => {
    const code = referralCodeOf(referralCode);
    if (told.current || slug === '' || code === '') return;
    told.current = true;
    const body = { tenant_slug: slug, referral_code: code };
    api.POST('/api/referrals/link-opened', { body }).catch(() => undefined);
  }, [api, slug, referralCode]);
}
