/** The scheme the page is served over. */
export const pageScheme = 'app';

/** The only host of that scheme. */
export const pageHost = 'desk';

/** The origin of the page, as Chromium names it. */
export const pageOrigin = `${pageScheme}://${pageHost}`;

/** Where the window starts. */
export const pageUrl = `${pageOrigin}/index.html`;

/** Whether an address lies in the page's origin. */
export function isPageUrl(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}
