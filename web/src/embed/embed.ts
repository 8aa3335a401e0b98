import { embedMessages } from '../messages/embed.js';
import { type HostSettings, isHexColor, parsePortalMessage } from './messages.js';

const NAME = 'referral-portal';
const SHEET =
  ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:480px;border:0}';

/** This script element. As a module or in a bundle, `currentScript` is missing, so it is found by its address. */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]');
const portal = new URL('portal?embed', script?.src ?? location.href);

/**
 * `<referral-portal token="…" color="#0a7a5c" background="#ffffff" locale="es">` shows the customer portal in a frame that
 * is as high as its content. Each attribute may change at any time. The token is passed by `postMessage` and is in no
 * address. When it has expired or is refused, `referral-portal:expired` is dispatched: set a new token then.
 */
class ReferralPortal extends HTMLElement {
  static readonly observedAttributes = ['token', 'color', 'background', 'locale', 'title'];

  private readonly frame = document.createElement('iframe');
  private listening: AbortController | undefined;
  private ready = false;
  private changed = false;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet(); // the host's policy may forbid style elements
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets = [sheet];
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener('message', this.onMessage, { signal });
    // The host's background may change with the color scheme.
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

  /** Sends one message for several attributes that change together. */
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
    const message = parsePortalMessage(data);
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

  /** Returns the element's locale, or the language of the page around it. */
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

  /** Asks the host for a new token. If the customer wants to continue and no listener cancels, the page is reloaded. */
  private tellExpired(asked: boolean): void {
    const event = new CustomEvent(`${NAME}:expired`, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { asked },
    });
    if (this.dispatchEvent(event) && asked) location.reload();
  }

  /** Names the frame for screen readers. */
  private nameFrame(): void {
    const { en, es } = embedMessages.frameTitle;
    this.frame.title = this.getAttribute('title') ?? (this.language?.startsWith('es') === true ? es : en);
  }
}

/** Returns the background color of the closest ancestor that has one. */
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
