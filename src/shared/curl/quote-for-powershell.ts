/**
 * Writes a text as a PowerShell string in single quotes, in which nothing but those quotes means anything.
 * PowerShell takes a text editor's single quotes for its own, so they are doubled as well.
 */
export function quoteForPowershell(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}
