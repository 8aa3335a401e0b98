import { embedMessages } from '../messages/embed.js';
import { type HostSettings, isHexColor, portalMessageIn } from './messages.js';

const NAME = 'referral-portal';
const SHEET =
  ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:480px;border:0}';

/** This script's own address: while it runs first, it is the current one; a bundler or a module loses that. */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]');
const portal = new URL('portal?embed', script?.src ?? location.href);

/**
 * `<referral-portal token="…" color="#0a7a5c" background="#ffffff" locale="es">`: the customer's portal in a frame that is as
 * high as its content. Each attribute may change at any time. The token goes to the frame by `postMessage`, and is
 * in no address. When it is over, or refused, `referral-portal:expired` is dispatched: give the element a new one.
 */
class ReferralPortal extends HTMLElement {
  static readonly observedAttributes = ['token', 'color', 'background', 'locale', 'title'];

  private readonly frame = document.createElement('iframe');
  private listening: AbortController | undefined;
  private ready = false;
  private changed = false;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet(); // no style element: the host's policy may forbid those
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets = [sheet];
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener('message', this.onMessage, { signal });
    // A host in another scheme has another background.
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.onAttribute, { signal });
    this.ready = false;
    this.nameFrame();
    this.frame.allow = 'clipboard-write; web-share';
    this.frame.src = portal.href;
    root.replaceChildren(this.frame);
  }

  disconnectedCallback(): void {
    this.listening?.abort();
    this.ready = false;
    this.frame.remove();
  }

  attributeChangedCallback(): void {
    this.nameFrame();
    this.onAttribute();
  }

  /** Several attributes that change together are one message. */
  private readonly onAttribute = (): void => {
    if (this.changed) return;
    this.changed = true;
    queueMicrotask(() => {
      this.changed = false;
      this.sendSettings();
    });
  };

  private readonly onMessage = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.frame.contentWindow || origin !== portal.origin) return;
    const message = portalMessageIn(data);
    switch (message?.type) {
      case 'referral-portal:ready':
        this.ready = true;
        this.sendSettings();
        break;
      case 'referral-portal:height':
        this.frame.style.height = `${message.height}px`;
        break;
      case 'referral-portal:expired':
        this.tellExpired(message.asked);
        break;
      case undefined:
    }
  };

  /** What the element is told to speak, else what is spoken around it. */
  private get language(): string | null {
    return this.getAttribute('locale') ?? this.closest<HTMLElement>('[lang]')?.lang ?? null;
  }

  private sendSettings(): void {
    if (!this.ready) return;
    const [color, background] = [this.getAttribute('color'), this.getAttribute('background')];
    const settings: HostSettings = {
      type: 'referral-portal:settings',
      token: this.getAttribute('token') ?? '',
      color: isHexColor(color) ? color : null,
      background: isHexColor(background) ? background : colorBehind(this),
      locale: this.language,
    };
    this.frame.contentWindow?.postMessage(settings, portal.origin);
  }

  /** Whoever listens brings a new token. If the customer asks to go on and nobody does, the page is loaded again, for one. */
  private tellExpired(asked: boolean): void {
    const event = new CustomEvent(`${NAME}:expired`, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { asked },
    });
    if (this.dispatchEvent(event) && asked) location.reload();
  }

  /** What a screen reader calls the frame. */
  private nameFrame(): void {
    const { en, es } = embedMessages.frameTitle;
    this.frame.title = this.getAttribute('title') ?? (this.language?.startsWith('es') === true ? es : en);
  }
}

/** The colour that is seen behind an element: of the first of its ancestors that has one. */
function colorBehind(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const [red, green, blue, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (red !== undefined && green !== undefined && blue !== undefined && alpha === 1) {
      return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
    }
  }
  return '#ffffff';
}

// A page may load the script twice.
if (customElements.get(NAME) === undefined) customElements.define(NAME, ReferralPortal);
