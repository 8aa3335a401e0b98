import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { answer, type ReferralsClient } from 'referrals-sdk';
import { ProblemError } from 'referrals-sdk/problem';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { commonMessages } from '../../messages/common.js';
import { promoMessages } from '../../messages/promos.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { type Promo, PROMOS } from './promo.queries.js';
import { useNotify } from '../../ui/use-notify.js';

interface Props {
  readonly promo: Promo;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks before a promo is deleted, and says beforehand and afterwards when it is only switched off. */
export function DeletePromo({ promo, onDone, onCancel }: Props): JSX.Element {
  const say = useSay();
  const notify = useNotify();
  const api = useApi();
  const queries = useQueryClient();
  const { id, code, redemption_count: count } = promo;
  const remove = useMutation({
    mutationFn: () => removed(api, id),
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

/** Whether it is gone: one that somebody has used, perhaps just now, is switched off instead. */
async function removed(api: ReferralsClient, id: string): Promise<boolean> {
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
