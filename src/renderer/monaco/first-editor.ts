import type { editor } from 'monaco-editor/editor';
import { editorOptions } from './editor-options';
import type { MonacoApi } from './load-monaco';

/** An editor and the element that it fills. */
interface RoomedEditor {
  readonly room: HTMLElement;
  readonly view: editor.IStandaloneCodeEditor;
}

let first: RoomedEditor | null = null;

/**
 * Makes an editor out of sight, for the first place that wants one: the page does it while it waits for its settings and for
 * what was open, without which there is no such place.
 */
export function makeFirstEditor(monaco: MonacoApi): void {
  const room = document.createElement('div');
  room.className = 'editor-room editor-room-waiting';
  document.body.append(room);
  first = { room, view: monaco.editor.create(room, { ...editorOptions(''), model: null }) };
}

/** An editor that fills a place: the first one, or else a new one. */
export function putEditor(
  monaco: MonacoApi,
  place: HTMLElement,
  options: { readonly readOnly: boolean; readonly ariaLabel: string },
): editor.IStandaloneCodeEditor {
  const waiting = first;
  first = null;
  if (waiting === null) {
    return monaco.editor.create(place, {
      ...editorOptions(options.ariaLabel),
      ...options,
      model: null,
    });
  }
  place.append(waiting.room);
  waiting.room.classList.remove('editor-room-waiting');
  waiting.view.updateOptions(options);
  waiting.view.layout();
  return waiting.view;
}
