import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useText } from '../../i18n/use-text';
import type { BodyFinding } from '../../lib/body-analysis';
import type { BodyMarker } from '../../monaco/body-marker';
import { useAnalysisStore } from '../../stores/analysis';
import { useEditorFocusStore } from '../../stores/editor-focus';

export interface Findings {
  /** What is wrong in the body that is shown, in words, in the order of the text. */
  readonly findings: ComputedRef<readonly BodyMarker[]>;
  /** Puts the cursor there. */
  readonly reveal: (finding: BodyMarker) => void;
}

export function useFindings(): Findings {
  const { t } = useText();
  const analysis = useAnalysisStore();
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

  return {
    findings: computed(() => (analysis.active?.findings ?? []).map(marker)),
    reveal: ({ line, column }) => editorFocus.goTo(line, column),
  };
}
