/** The largest request file that is opened, in bytes (the API's own limit for a body: R-size, api/api_limits). */
export const maxRequestFileBytes = 4 * 1024 * 1024;
