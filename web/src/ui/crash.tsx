import { Center, Stack } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { ErrorNotice } from './error-notice.js';

/** Shows what went wrong in place of an empty page, with a way to begin anew. */
export class Crash extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Center component="main" mih="60dvh" p="md">
        <Stack maw={480}>
          <ErrorNotice
            error={error}
            onRetry={() => {
              location.reload();
            }}
          />
        </Stack>
      </Center>
    );
  }
}
