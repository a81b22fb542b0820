import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useText } from '../../i18n/use-text';
import type { BodyFinding } from '../../lib/body-analysis';
import type { BodyMarker } from '../../monaco/body-marker';
import { useAnalysisStore } from '../../stores/analysis';
import { useEditorFocusStore } from '../../stores/editor-focus';
import { useTabsStore } from '../../stores/tabs';

export interface Findings {
  /** What is wrong in the body that is shown, in words, in the order of the text. */
  readonly findings: ComputedRef<readonly BodyMarker[]>;
  /** How many there are; of very many not all are listed. */
  readonly count: ComputedRef<number>;
  /** Puts the cursor there. */
  readonly reveal: (finding: BodyMarker) => void;
}

export function useFindings(): Findings {
  const { t } = useText();
  const analysis = useAnalysisStore();
  const tabs = useTabsStore();
  const editorFocus = useEditorFocusStore();

  function marker(finding: BodyFinding): BodyMarker {
    const { line, column, endLine, endColumn } = finding;
    const place = { line, column, endLine, endColumn };
    if (finding.kind === 'rule') {
      const { severity, rule, message } = finding;
      return { ...place, severity, rule, message };
    }
    const message =
      finding.kind === 'unresolved'
        ? t('editor.variableUnresolved', { name: finding.name })
        : t('editor.variableNotJson', { name: finding.name });
    return { ...place, severity: 'error', rule: '', message };
  }

  /** A file that cannot be taken apart has one problem: the place where it breaks. */
  function fileMarkers(): readonly BodyMarker[] | null {
    const document = tabs.active?.document;
    if (document?.mode !== 'file') return null;
    if (document.problem === null) return [];
    const { reason, line, column, field } = document.problem;
    const message = t(`editor.broken.${reason}`, { line, column, field: field ?? '' });
    return [
      { severity: 'error', rule: '', message, line, column, endLine: line, endColumn: column + 1 },
    ];
  }

  return {
    findings: computed(() => fileMarkers() ?? (analysis.active?.findings ?? []).map(marker)),
    count: computed(() => fileMarkers()?.length ?? analysis.active?.findingCount ?? 0),
    reveal: ({ line, column }) => editorFocus.goTo(line, column),
  };
}
