import { Button, CloseButton, Group, Text } from '@mantine/core';
import { type JSX, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { exportMessages } from '../../messages/referrals.js';
import { DownloadIcon } from '../../ui/icons.js';
import { saveFile } from '../../ui/save-file.js';
import { useNotify } from '../../ui/use-notify.js';
import { fileName, readCsv } from './csv-download.js';
import type { ReferralQuery } from './filters.js';

/** Exports the list as a file, and shows the progress with a cancel button. */
export function ExportButton({ busy, rows, start, cancel }: ReturnType<typeof useExport>): JSX.Element {
  const say = useSay();
  if (!busy) {
    return (
      <Button variant="default" leftSection={<DownloadIcon />} onClick={start}>
        {say(exportMessages.export)}
      </Button>
    );
  }
  return (
    <Group gap="xs" mih={36}>
      <Text size="sm" role="status">
        {say(exportMessages.rows, { count: rows })}
      </Text>
      <CloseButton aria-label={say(exportMessages.cancel)} onClick={cancel} />
    </Group>
  );
}

interface Export {
  readonly busy: boolean;
  /** The rows received so far. */
  readonly rows: number;
  readonly error: Error | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Downloads the list with the session's token, which a plain link could not send, and saves it when it is complete. */
export function useExport(query: ReferralQuery): Export {
  const say = useSay();
  const notify = useNotify();
  const api = useApi();
  const [rows, setRows] = useState(0);
  const calledOff = useRef<AbortController>(undefined);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { signal } = (calledOff.current = new AbortController());
      setRows(0);
      try {
        const { data, response } = await api.GET('/api/referrals/export.csv', {
          params: { query },
          parseAs: 'stream',
          signal,
        });
        const whole = await readCsv({ body: data as ReadableStream<Uint8Array>, onRows: setRows });
        saveFile(whole.file, fileName(response.headers.get('content-disposition')));
        notify(say(exportMessages.done, { count: whole.rows }));
      } catch (failure) {
        if (!signal.aborted) throw failure;
      }
    },
  });
  return {
    busy: isPending,
    rows,
    error,
    start: () => {
      mutate();
    },
    cancel: () => calledOff.current?.abort(),
  };
}
