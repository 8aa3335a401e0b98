import { useEffect, useState } from 'react';

export type Copied = 'no' | 'yes' | 'by_hand';

const SHOWN_MS = 2500;

/**
 * Copies a text and reports success for a while.
 * @param shown the element with the text, which is selected if the clipboard is blocked
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

/** Copies a text to the clipboard. @returns false if the user must copy it by hand */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // blocked or missing: on plain http, or in a frame without permission
  }
}

/** Copies by the older API, which needs no permission. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true; // keeps the keyboard of a phone closed
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where the clipboard is blocked
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** Selects an element's text, so that the user can copy it. */
function selectAll(element: HTMLElement): void {
  getSelection()?.selectAllChildren(element);
}
