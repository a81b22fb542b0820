/** Whether a text begins as a curl command does, a prompt before it included. */
export function isCurlCommand(text: string): boolean {
  return /^\s*(?:(?:[$#%>]|PS [^\r\n>]*>|[A-Za-z]:[^\r\n>]*>)\s*)?curl(?:\.exe)?\s/i.test(
    text.slice(0, 1000),
  );
}
