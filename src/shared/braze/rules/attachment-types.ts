/** File types that attachments may have, by extension (R23). */
export const ATTACHMENT_EXTENSIONS: ReadonlySet<string> = new Set(
  (
    'txt csv log css ics jpg jpe jpeg gif png bmp psd tif tiff svg indd ai eps doc docx rtf odt ott ' +
    'pdf pub pages mobi epub mp3 m4a m4v wma ogg flac wav aif aifc aiff mp4 mov avi mkv mpeg mpg wmv ' +
    'xls xlsx ods numbers odp ppt pptx pps key zip vcf pkpass'
  ).split(' '),
);
