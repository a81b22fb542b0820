import type { WebContents } from 'electron';
import type { Publish } from '#engine/publish';
import { eventChannel } from '#shared/ipc/names';

/** Sends events to the page while there is one; otherwise they are gone, as the page asks anew at start. */
export function createPagePublisher(page: () => WebContents | null): Publish {
  return (name, payload) => {
    const contents = page();
    if (contents === null || contents.isDestroyed() || contents.isCrashed()) return;
    contents.send(eventChannel, name, payload);
  };
}
