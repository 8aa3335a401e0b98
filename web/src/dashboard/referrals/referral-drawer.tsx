import { Drawer, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { referralMessages } from '../../messages/referrals.js';
import { DecisionDialog } from './decision-dialog.js';
import type { DecisionKind } from './decisions.js';
import { ReferralDetail } from './referral-detail.js';
import { useOpenReferral } from './use-open-referral.js';

const PHONE = '(max-width: 48em)';

/** Shows the referral that the address names, beside the list; on a phone in full width. */
export function ReferralDrawer(): JSX.Element {
  const say = useSay();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const { id, close } = useOpenReferral();
  const [deciding, setDeciding] = useState<DecisionKind | null>(null);
  return (
    <>
      <Drawer
        opened={id !== undefined}
        onClose={close}
        title={
          <Text span size="sm" c="dimmed">
            {say(referralMessages.title)}
          </Text>
        }
        position="right"
        size={phone ? '100%' : 560}
        padding="lg"
        closeOnEscape={deciding === null}
        closeButtonProps={{ 'aria-label': say(commonMessages.close) }}
      >
        {id !== undefined && <ReferralDetail id={id} onDecide={setDeciding} />}
      </Drawer>
      <DecisionDialog
        pending={id === undefined || deciding === null ? null : { kind: deciding, id }}
        onClose={() => {
          setDeciding(null);
        }}
      />
    </>
  );
}
