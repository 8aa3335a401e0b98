import { useEffect } from 'react';
import type { HostPage } from './host-page.js';

/** Tells the host how high the content is, whenever that changes, so that its frame needs no scrollbar. */
export function useToldHeight(host: HostPage): void {
  useEffect(() => {
    const content = document.getElementById('root');
    if (content === null) return;
    const observer = new ResizeObserver(() => {
      host.tell({
        type: 'referral-portal:height',
        height: Math.ceil(content.getBoundingClientRect().height),
      });
    });
    observer.observe(content);
    return () => {
      observer.disconnect();
    };
  }, [host]);
}
