import { useEffect, useState } from 'react';
import { copyText, selectAll } from './copy-text.js';

export type Copied = 'no' | 'yes' | 'by_hand';

const SHOWN_MS = 2500;

/**
 * Copies a text, and says for a while that it is done.
 * @param shown the element with the text, which is selected when the clipboard is closed
 */
export function useCopy(text: string, shown: () => HTMLElement | null): { copied: Copied; copy: () => void } {
  const [copied, setCopied] = useState<Copied>('no');
  useEffect(() => {
    if (copied !== 'yes') return;
    const timer = setTimeout(() => {
      setCopied('no');
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = async (): Promise<void> => {
    const done = await copyText(text);
    const element = shown();
    if (!done && element !== null) selectAll(element);
    setCopied(done ? 'yes' : 'by_hand');
  };
  return { copied, copy: () => void copy() };
}
