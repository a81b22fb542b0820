import { readString } from './powershell-strings';
import { createScan } from './shell-words';

/** A string of a PowerShell script and where it stands, with its quotes. */
export interface PowershellString {
  readonly text: string;
  readonly from: number;
  readonly end: number;
}

/** What only a PowerShell script starts with. */
const scriptHead =
  /^\s*(?:PS [^>\n]*>\s*)?(?:&\s*\{|\$(?:OutputEncoding|PSNativeCommandArgumentPassing)\b|@['"][ \t]*\r?\n)/i;

/** Whether a text is a PowerShell script from its first character on, not prose with a command in it. */
export function isPowershellScript(text: string): boolean {
  return scriptHead.test(text);
}

/** The strings between two places; one without an end is left out, and with it what follows. */
export function findStrings(text: string, from: number, to: number): readonly PowershellString[] {
  const strings: PowershellString[] = [];
  const scan = createScan(text, from);
  const opening = /@['"‘’‚‛“”„]|['"‘’‚‛“”„]/g;
  for (;;) {
    opening.lastIndex = scan.at;
    const match = opening.exec(text);
    if (match === null || match.index >= to) return strings;
    scan.at = match.index;
    const string = readString(scan);
    if (string === null) return strings;
    if (string === undefined) scan.at += 1;
    else strings.push({ text: string, from: match.index, end: scan.at });
  }
}
