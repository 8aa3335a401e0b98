import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, type ReferralsClient } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import type { Message } from '../../i18n/message.js';
import { commonMessages } from '../../messages/common.js';
import { promoMessages } from '../../messages/promos.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useNotify } from '../../ui/use-notify.js';
import { PromoForm } from './promo-form.js';
import { type Promo, PROMOS, usePromo } from './promo.queries.js';

interface Props {
  /** The promo's id, `new` for a new promo, null: the dialog is closed. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** Shows the form of a promo in a dialog. */
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
        promo={promo.state}
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

interface DeletePromoProps {
  readonly promo: Promo;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks before a promo is deleted. A used promo is switched off instead, which is said before and after. */
function DeletePromo({ promo, onDone, onCancel }: DeletePromoProps): JSX.Element {
  const say = useSay();
  const notify = useNotify();
  const api = useApi();
  const queries = useQueryClient();
  const { id, code, redemption_count: count } = promo;
  const remove = useMutation({
    mutationFn: () => deletePromo(api, id),
    onSuccess: async (gone) => {
      await queries.invalidateQueries({ queryKey: PROMOS });
      notify(say(gone ? promoMessages.deleted : promoMessages.switchedOffNow, { code }));
      onDone();
    },
  });
  return (
    <Stack gap="md">
      <Alert color="red" variant="light" role="group" title={say(promoMessages.deleteTitle, { code })}>
        <Text size="sm">
          {count === 0 ? say(promoMessages.deleteUnused) : say(promoMessages.deleteUsed, { count })}
        </Text>
      </Alert>
      {remove.error !== null && <ErrorNotice error={remove.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel} autoFocus>
          {say(commonMessages.cancel)}
        </Button>
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() => {
            remove.mutate();
          }}
        >
          {say(count === 0 ? promoMessages.delete : promoMessages.switchOff)}
        </Button>
      </Group>
    </Stack>
  );
}

/** Deletes a promo, or switches it off if it has been used. @returns whether it was deleted */
async function deletePromo(api: ReferralsClient, id: string): Promise<boolean> {
  const params = { path: { id } };
  await answer(api.DELETE('/api/promos/{id}', { params }));
  try {
    await answer(api.GET('/api/promos/{id}', { params }));
    return false;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return true;
    throw error;
  }
}
