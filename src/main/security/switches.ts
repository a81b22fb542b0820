import type { CommandLine } from 'electron';

/** Chromium's own errands. The app talks to the server of the chosen environment and to nobody else. */
const silenced = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-client-side-phishing-detection',
  'disable-sync',
  'no-pings',
  'no-default-browser-check',
  // The page's files come from the disk as they are; what would be cached is answers.
  'disable-http-cache',
  // A request may travel in one way only, which ADR 6 has measured.
  'disable-http2',
  'disable-quic',
];

const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
  'Translate',
];

/** Sets Chromium's switches. Must run before the app is ready. */
export function setSwitches(commandLine: CommandLine): void {
  for (const name of silenced) commandLine.appendSwitch(name);
  commandLine.appendSwitch('disable-features', disabledFeatures.join(','));
  // Half a dozen collections of young objects fall into a start otherwise. In megabytes, for each process.
  commandLine.appendSwitch('js-flags', '--min-semi-space-size=64');
}
