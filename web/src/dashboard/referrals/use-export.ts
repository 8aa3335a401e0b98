import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../../api/api-context.js';
import { useSay } from '../../i18n/locale-context.js';
import { exportMessages } from '../../messages/referrals.js';
import { fileName, readCsv } from './csv-download.js';
import { saveFile } from '../../ui/save-file.js';
import { useNotify } from '../../ui/use-notify.js';
import type { ReferralQuery } from './filters.js';

interface Export {
  readonly busy: boolean;
  /** That have come so far. */
  readonly rows: number;
  readonly error: Error | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** The list as a file: fetched with the session's token, which a plain link could not carry, and saved when it is whole. */
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
