/** The scheme the page is served over. */
export const pageScheme = 'app';

/** The only host of that scheme. */
export const pageHost = 'desk';

/** The origin of the page, as Chromium names it. */
export const pageOrigin = `${pageScheme}://${pageHost}`;

const pageUrl = `${pageOrigin}/index.html`;

/** Where the window starts, with the language and the theme that its settings will most likely say. */
export function pageUrlFor({ language, theme }: { language: string; theme: string }): string {
  return `${pageUrl}#${language}/${theme}`;
}

/** Whether an address lies in the page's origin. */
export function isPageUrl(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}
