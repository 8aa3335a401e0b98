import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type JSX, useCallback } from 'react';
import { answer, type ReferralsClient } from 'referrals-sdk';
import { useApi } from '../api/api-context.js';
import { useSay } from '../i18n/locale-context.js';
import { commonMessages } from '../messages/common.js';
import { portalMessages as m } from '../messages/portal.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { DownloadIcon } from './icons.js';
import { Card } from '../ui/card.js';
import classes from './portal.module.css';
import { saveFile } from '../ui/save-file.js';

type Format = 'svg' | 'png';

const qrOf = (api: ReferralsClient, format: Format, signal?: AbortSignal): Promise<Blob> =>
  answer(
    api.GET('/api/referrals/my-code/qr', {
      params: { query: { format } },
      parseAs: 'blob',
      ...(signal === undefined ? {} : { signal }),
    }),
  );

/** Shows the link as a QR code, on the screen and for print. */
export function QrCard({ code }: { code: string }): JSX.Element {
  const say = useSay();
  const api = useApi();
  const drawing = useQuery({
    queryKey: ['my-qr', code],
    queryFn: ({ signal }) => qrOf(api, 'svg', signal),
    staleTime: Infinity,
  });
  const download = useMutation({
    mutationFn: async (format: Format) => {
      saveFile(await qrOf(api, format), `referral-${code}.${format}`);
    },
  });
  return (
    <Card title={say(m.qr)}>
      <Text c="dimmed">{say(m.qrAdvice)}</Text>
      {drawing.isPending && (
        <Skeleton className={classes.qr} role="status" aria-label={say(commonMessages.loading)} />
      )}
      {drawing.isError && <ErrorNotice error={drawing.error} onRetry={drawing.refetch} />}
      {drawing.isSuccess && <QrPicture drawing={drawing.data} />}
      <Group gap="xs" justify="center">
        {(['png', 'svg'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            size="sm"
            leftSection={<DownloadIcon />}
            loading={download.isPending && download.variables === format}
            onClick={() => {
              download.mutate(format);
            }}
          >
            {say(format === 'png' ? m.downloadPng : m.downloadSvg)}
          </Button>
        ))}
      </Group>
      {download.isError && <ErrorNotice error={download.error} />}
    </Card>
  );
}

/** Shows a drawing that was fetched by the API client: an image address could not send the token. */
function QrPicture({ drawing }: { drawing: Blob }): JSX.Element {
  const say = useSay();
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(drawing);
      image.src = url;
      return () => {
        URL.revokeObjectURL(url);
      };
    },
    [drawing],
  );
  return <img ref={show} alt={say(m.qrAlt)} className={classes.qr} width={208} height={208} />;
}
