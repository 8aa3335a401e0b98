import { type JSX, useEffect } from 'react';
import { useSay } from '../i18n/locale-context.js';
import { portalMessages as m } from '../messages/portal.js';
import { useTenant } from '../session/tenant-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CreditStatement } from './credit-statement.js';
import { InviteCard } from './invite-card.js';
import { PausedCard } from './paused-card.js';
import { PortalHeader } from './portal-header.js';
import { PortalSkeleton } from './portal-skeleton.js';
import classes from './portal.module.css';
import { QrCard } from './qr-card.js';
import { ReferralList } from './referral-list.js';
import { RewardsCard } from './rewards-card.js';
import { ShareButton } from './share-button.js';
import { useInvitation } from './use-invitation.js';
import { type MyCode, useMyCode } from './use-portal-data.js';

/** @param inFrame it stands in somebody else's page, which has its own header and its own scrolling */
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
        <Loaded inFrame={inFrame} />
      </main>
    </div>
  );
}

function Loaded({ inFrame }: { inFrame: boolean }): JSX.Element {
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
        {code.referral_enabled ? <InviteCard code={code} inFrame={inFrame} /> : <PausedCard />}
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
