import { type JSX, useEffect } from 'react';
import { Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Initials } from '../ui/initials.js';
import { Preferences } from '../ui/preferences.js';
import { Code } from './copy-fields.js';
import { CreditStatement } from './credit-statement.js';
import { InviteCard } from './invite-card.js';
import classes from './portal.module.css';
import { QrCard } from './qr-card.js';
import { ReferralList } from './referral-list.js';
import { RewardsCard } from './rewards-card.js';
import { ShareButton, useInvitation } from './share.js';
import { type MyCode, useMyCode } from './use-portal-data.js';

/** Shows the customer portal. @param inFrame embedded in another site's page, which has its own header and scrolling */
export function Portal({ inFrame = false }: { inFrame?: boolean }): JSX.Element {
  const say = useSay();
  const { name: tenant } = useTenant();
  useEffect(() => {
    document.title = say(m.pageTitle, { tenant });
  });
  return (
    <div className={`${classes.page} ${inFrame ? classes.inFrame : ''}`}>
      {!inFrame && <PortalHeader />}
      <main>
        <PortalBody inFrame={inFrame} />
      </main>
    </div>
  );
}

function PortalBody({ inFrame }: { inFrame: boolean }): JSX.Element {
  const { data: code, error, refetch } = useMyCode();
  if (code === undefined) {
    return error === null ? <PortalSkeleton /> : <ErrorNotice error={error} onRetry={refetch} />;
  }
  return (
    <>
      <Content code={code} inFrame={inFrame} />
      {!inFrame && code.referral_enabled && <ThumbBar code={code} />}
    </>
  );
}

function Content({ code, inFrame }: { code: MyCode; inFrame: boolean }): JSX.Element {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {code.referral_enabled ? (
          <InviteCard code={code} inFrame={inFrame} />
        ) : (
          <PausedCard code={code.referral_code} />
        )}
        {code.referral_enabled && <QrCard code={code.referral_code} />}
      </div>
      <div className={classes.column}>
        <RewardsCard count={code.referral_count} />
        <ReferralList code={code} />
        <CreditStatement />
      </div>
    </div>
  );
}

function ThumbBar({ code }: { code: MyCode }): JSX.Element {
  const invitation = useInvitation(code);
  return (
    <div className={classes.bar}>
      <ShareButton invitation={invitation} />
    </div>
  );
}

/** Shows that the program is off. The code is shown, but not offered for sharing. */
function PausedCard({ code }: { code: string }): JSX.Element {
  const say = useSay();
  const { name: tenant } = useTenant();
  return (
    <Paper component="section" withBorder p={{ base: 'md', sm: 'lg' }}>
      <Title order={1} size="h2">
        {say(m.paused)}
      </Title>
      <Text mt="xs" mb="md">
        {say(m.pausedAdvice, { tenant })}
      </Text>
      <Code code={code}>
        <Text size="sm" ta="center">
          {say(m.pausedCode)}
        </Text>
      </Code>
    </Paper>
  );
}

/** Shows the business's name. */
function PortalHeader(): JSX.Element {
  const { name } = useTenant();
  return (
    <Group component="header" justify="space-between" wrap="nowrap" mb="md">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Initials name={name} />
        <Text fw={650} truncate>
          {name}
        </Text>
      </Group>
      <Preferences />
    </Group>
  );
}

/** Shows a placeholder while the cards load. */
export function PortalSkeleton(): JSX.Element {
  const say = useSay();
  return (
    <div role="status" aria-label={say(commonMessages.loading)} className={classes.columns}>
      <Skeleton h={400} />
      <Skeleton h={180} />
    </div>
  );
}
