import { Button, Modal, Skeleton, Stack } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useSay } from '../../i18n/locale-context.js';
import type { Message } from '../../i18n/message.js';
import { commonMessages } from '../../messages/common.js';
import { promoMessages } from '../../messages/promos.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { DeletePromo } from './delete-promo.js';
import { type Promo, usePromo } from './promo.queries.js';
import { PromoForm } from './promo-form.js';
import { useNotify } from '../../ui/use-notify.js';

interface Props {
  /** Whose; `new` for one that is not there yet, null for none. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** The form of a promo in a dialog. */
export function PromoDialog({ id, onClose }: Props): JSX.Element {
  const say = useSay();
  return (
    <Modal
      opened={id !== null}
      onClose={onClose}
      size="lg"
      title={say(id === 'new' ? promoMessages.add : promoMessages.editTitle)}
      closeButtonProps={{ 'aria-label': say(commonMessages.close) }}
    >
      {id === 'new' && <NewPromo onClose={onClose} />}
      {id !== null && id !== 'new' && <KnownPromo id={id} onClose={onClose} />}
    </Modal>
  );
}

function useSavedNote(message: Message, onClose: () => void): (promo: Promo) => void {
  const say = useSay();
  const notify = useNotify();
  return ({ code }) => {
    notify(say(message, { code }));
    onClose();
  };
}

function NewPromo({ onClose }: Pick<Props, 'onClose'>): JSX.Element {
  return <PromoForm onSaved={useSavedNote(promoMessages.created, onClose)} onCancel={onClose} />;
}

function KnownPromo({ id, onClose }: { id: string; onClose: () => void }): JSX.Element {
  const say = useSay();
  const [deleting, setDeleting] = useState(false);
  const onSaved = useSavedNote(promoMessages.saved, onClose);
  const { data: promo, error, refetch } = usePromo(id);
  if (promo === undefined) {
    if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
    return (
      <Stack role="status" aria-label={say(commonMessages.loading)}>
        <Skeleton h={60} />
        <Skeleton h={60} />
        <Skeleton h={160} />
      </Stack>
    );
  }
  if (deleting) {
    return (
      <DeletePromo
        promo={promo}
        onDone={onClose}
        onCancel={() => {
          setDeleting(false);
        }}
      />
    );
  }
  return (
    <PromoForm
      promo={promo}
      onSaved={onSaved}
      onCancel={onClose}
      aside={
        <Button
          variant="subtle"
          color="red"
          onClick={() => {
            setDeleting(true);
          }}
        >
          {say(promoMessages.delete)}
        </Button>
      }
    />
  );
}
