// As much of a Bot Framework activity as we look at.

export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  /** When the server took it, ISO 8601. */
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
}
