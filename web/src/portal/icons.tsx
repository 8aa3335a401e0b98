import type { JSX, ReactNode } from 'react';

/** Draws an icon on a grid of 24 units, in the color of the text. */
function Icon({ children }: { children: ReactNode }): JSX.Element {
  return (
    <svg
      aria-hidden
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const ShareIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 15V3.5M8 7l4-3.5L16 7M6 11H5a1 1 0 0 0-1 1v7.5a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1V12a1 1 0 0 0-1-1h-1" />
  </Icon>
);

export const CopyIcon = (): JSX.Element => (
  <Icon>
    <rect x="8.5" y="8.5" width="12" height="12" rx="2" />
    <path d="M15.5 5.5v-1a1 1 0 0 0-1-1h-10a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h1" />
  </Icon>
);

export const CheckIcon = (): JSX.Element => (
  <Icon>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);

export const ChatIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 3.5a8.5 8.5 0 0 0-7.3 12.8L3.5 20.5l4.3-1.1A8.5 8.5 0 1 0 12 3.5Z" />
    <path d="M9 8.6c-.6 2.6 2.8 6 5.6 5.9.8-.1 1.4-.7 1.4-1.3l-2-1-.9.9c-1.1-.5-1.8-1.2-2.3-2.3l.9-.9-1-2c-.6-.1-1.4.1-1.7.7Z" />
  </Icon>
);

export const MessageIcon = (): JSX.Element => (
  <Icon>
    <path d="M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9.5A1.5 1.5 0 0 1 19 17h-7l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 5 4.5Z" />
    <path d="M8 9h8M8 12.5h5" />
  </Icon>
);

export const MailIcon = (): JSX.Element => (
  <Icon>
    <rect x="3.5" y="5.5" width="17" height="13" rx="1.5" />
    <path d="m4 7 8 6 8-6" />
  </Icon>
);

export const DownloadIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 4v11M8 11.5l4 3.5 4-3.5M5 20h14" />
  </Icon>
);
