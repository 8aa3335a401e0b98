import type { Schemas } from 'referrals-sdk';
import type { Message, Values } from '../../i18n/message.js';
import { heldMessages } from '../../messages/referrals.js';
import { timelineMessages as words } from '../../messages/referral-timeline.js';

type Line = Schemas['TimelineLine'];
/** A message with its values; a text stands as somebody wrote it. */
export type Words = string | { readonly message: Message; readonly values: Values };
/** Who is on which side, by name. */
export interface Names {
  readonly referrer: string;
  readonly referee: string;
}
export interface LineWords {
  readonly title: Words;
  /** What the title does not say: a code, an invoice, a reason. */
  readonly notes: readonly Words[];
  readonly actor: Words;
}

const say = (message: Message, values: Values = {}): Words => ({ message, values });

/** A line of a referral's timeline for people. What it does not know, it leaves as the API says it. */
export function lineWords({ event, actor, detail }: Line, names: Names): LineWords {
  return { title: titleOf(event, detail, names), notes: notesOf(event, detail), actor: actorWords(actor) };
}

function titleOf(event: string, detail: string, names: Names): Words {
  const isCredited = event === 'reward.applied' && detail.endsWith(' put on the account');
  const message = (words as Readonly<Record<string, Message>>)[isCredited ? 'credit.granted' : event];
  if (message === undefined) return event;
  // `referrer's 10 % can be used`, `5.00 USD of the referrer's credit used on invoice INV-9`
  const side = /\b(referrer|referee)'s /.exec(detail)?.[1] as keyof Names | undefined;
  return say(message, side === undefined ? {} : { whose: names[side] });
}

/** How the API puts what is worth a note, and how a page does. The first that fits. */
const NOTES: readonly [RegExp, (found: string) => Words[]][] = [
  [/^enrolled with code (.+)$/, (code) => [say(words.withCode, { code })]],
  [/^qualified by enrollment$/, () => []],
  [/^qualified by invoice (.+)$/, (invoice) => [say(words.byInvoice, { invoice })]],
  [/^qualified by an invoice that came while it was held$/, () => [say(words.byInvoiceWhileHeld)]],
  [/^approved: (.+)$/, (reason) => [say(words.approved, { reason })]],
  [/^held: (.+)$/, (rules) => rules.split(', ').map(ruleWords)],
  [/ used on invoice (.+)$/, (invoice) => [say(words.byInvoice, { invoice })]],
  [/: invoice (.+) was reversed$/, (invoice) => [say(words.byInvoice, { invoice })]],
  [/'s .+? (?:voided|reversed)[^:]*: (.+)$/, (reason) => [reason]],
  [/ taken by hand: (.+)$/, (reason) => [reason]],
  [/(?:can be used|expired unused|put on the account|withheld: .+|taken back with its reward)$/, () => []],
];

function notesOf(event: string, detail: string): readonly Words[] {
  if (event === 'referral.rejected' || event === 'referral.reversed' || event.startsWith('review.')) {
    return event === 'review.opened' ? fitting(detail) : [detail]; // the words of whoever decided
  }
  return fitting(detail);
}

function fitting(detail: string): readonly Words[] {
  for (const [pattern, note] of NOTES) {
    const found = pattern.exec(detail);
    if (found !== null) return note(found[1] ?? '');
  }
  return [detail];
}

function ruleWords(rule: string): Words {
  const message = (heldMessages as Readonly<Record<string, Message>>)[rule];
  return message === undefined ? rule : say(message);
}

const ACTORS: Readonly<Record<string, Message>> = {
  public: words.byPublic,
  system: words.bySystem,
  admin: words.byAdmin,
  key: words.byKey,
  customer: words.byCustomer,
  platform: words.byPlatform,
};

/** `admin:usr_1`, `system` … in words. */
function actorWords(actor: string): Words {
  const [kind = '', id = ''] = actor.split(':');
  const message = ACTORS[kind];
  return message === undefined ? actor : say(message, { id });
}
