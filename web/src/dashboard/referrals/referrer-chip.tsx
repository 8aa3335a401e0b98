import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { answer } from 'referrals-sdk';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { referralsMessages } from '../../messages/referrals.js';

/** Says that the list is of one referrer only, by name, and leads back to everybody's. */
export function ReferrerChip({ id, onRemove }: { id: string; onRemove: () => void }): JSX.Element {
  const say = useSay();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/customers/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <Group gap="xs">
      <Text size="sm">
        {say(referralsMessages.onlyOf, { name: data?.name ?? say(referralsMessages.oneReferrer) })}
      </Text>
      <Button variant="default" size="xs" onClick={onRemove}>
        {say(referralsMessages.everyone)}
      </Button>
    </Group>
  );
}
