/** Puts a text on the clipboard. False: neither way is open, and the person has to do it by hand. */
export async function copyText(text: string): Promise<boolean> {
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
export function selectAll(element: HTMLElement): void {
  getSelection()?.selectAllChildren(element);
}
