import type { Component } from 'vue';

export interface MenuAction {
  readonly kind?: 'action';
  readonly id: string;
  readonly label: string;
  readonly icon?: Component;
  /** A chord of the command table, shown at the right. */
  readonly keys?: string | null;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  readonly run: () => void | Promise<void>;
}

export interface MenuSeparator {
  readonly kind: 'separator';
  readonly id: string;
}

export type MenuItem = MenuAction | MenuSeparator;
