const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/** Lets the page take keys and paint before it goes on. Unlike a timer it is not slowed down in a hidden window. */
export function nextTurn(): Promise<void> {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
