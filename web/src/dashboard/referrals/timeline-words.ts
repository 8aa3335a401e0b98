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

type Messages = Readonly<Record<string, Message>>;

const say = (message: Message, values: Values = {}): Words => ({ message, values });

/** Puts a line of a referral's timeline into words. An event that the page does not know stays as the API tells it. */
export function lineWords({ event, actor, detail, data }: Line, names: Names): LineWords {
  const isCredited = event === 'reward.applied' && data.type === 'credit';
  const message = (words as Messages)[isCredited ? 'credit.granted' : event];
  const by = actorWords(actor);
  if (message === undefined) return { title: event, notes: [detail], actor: by };
  const title = say(message, data.role === undefined ? {} : { whose: names[data.role] });
  return { title, notes: notesOf(data), actor: by };
}

/** What is worth a note, in the order in which it is read. */
function notesOf({
  referral_code,
  qualified_by,
  held_by = [],
  invoice_id,
  reason,
  note,
}: Line['data']): Words[] {
  return [
    ...(referral_code === undefined ? [] : [say(words.withCode, { code: referral_code })]),
    ...held_by.map(ruleWords),
    ...(qualified_by === 'invoice_while_held' ? [say(words.byInvoiceWhileHeld)] : []),
    ...(invoice_id === undefined ? [] : [say(words.byInvoice, { invoice: invoice_id })]),
    ...(reason === undefined ? [] : [qualified_by === 'approval' ? say(words.approved, { reason }) : reason]),
    ...(note === undefined ? [] : [note]),
  ];
}

function ruleWords(rule: string): Words {
  const message = (heldMessages as Messages)[rule];
  return message === undefined ? rule : say(message);
}

const ACTORS: Messages = {
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
