// How far what came over a link was passed on. Direct Line itself counts as read what it has not yet passed on, and would
// ask the next link only for what comes after.

export interface Delivery {
  /** @param frame `{activities, watermark}` as JSON, as it came */
  came(frame: string): void;
  passedOn(id: string | undefined): void;
}

interface Frame {
  readonly activities?: readonly { readonly id?: string }[];
  readonly watermark?: string;
}

/** @param onRead told the watermark of each frame, in order, that was passed on whole with all those before it */
export function createDelivery(onRead: (watermark: string) => void): Delivery {
  const frames: { readonly left: Set<string | undefined>; readonly watermark: string }[] = [];
  const settle = (): void => {
    while (frames[0]?.left.size === 0) onRead(frames.shift()!.watermark);
  };
  return {
    came(frame) {
      // The server's sign of life is empty.
      const { activities = [], watermark } = JSON.parse(frame || '{}') as Frame;
      if (!watermark) return;
      frames.push({ left: new Set(activities.map(({ id }) => id)), watermark });
      settle();
    },
    passedOn(id) {
      frames.find(({ left }) => left.has(id))?.left.delete(id);
      settle();
    },
  };
}
