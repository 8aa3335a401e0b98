import { useEffect, useState } from 'react';

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

/** Puts a text on the clipboard. False: neither way is open, and the person has to do it by hand. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // refused, or not there: on plain http, or in a frame that was not allowed it
  }
}

/** The older way, which asks for no permission. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true; // no keyboard comes up on a phone
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is left where the clipboard is closed
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** Selects all of an element's text, so that the person can copy it. */
function selectAll(element: HTMLElement): void {
  getSelection()?.selectAllChildren(element);
}
