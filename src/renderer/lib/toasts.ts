import { shallowRef } from 'vue';

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** The one thing that can be done about it, such as Undo. */
  readonly action: { readonly label: string; readonly run: () => void | Promise<void> } | null;
}

/** Toasts shown now; for Undo and for results of work in the background only. */
export const toasts = shallowRef<readonly Toast[]>([]);

let nextId = 1;

export function showToast(text: string, action: Toast['action'] = null): void {
  toasts.value = [...toasts.value.slice(-2), { id: nextId++, text, action }];
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
