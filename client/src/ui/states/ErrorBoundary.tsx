import { Component, type ReactNode } from 'react';
import { ErrorState } from './ErrorState.js';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Where the reader is: somewhere else it is tried anew. */
  readonly at?: string;
}

/** The last net: a fault in a page shows words and a way on instead of a white screen. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate({ at }: ErrorBoundaryProps): void {
    if (this.state.failed && at !== this.props.at) this.setState({ failed: false });
  }

  override render(): ReactNode {
    // A lazily loaded part that a newer release replaced is cured by loading the page anew.
    return this.state.failed ? <ErrorState whole retry={() => window.location.reload()} /> : this.props.children;
  }
}
