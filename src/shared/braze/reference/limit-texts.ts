import type { Language } from '../../domain/language';
import type { FieldSpec } from '../field-spec';

/** Sentences about limits of a field or of an endpoint; `{…}` is filled in. */
export type LimitText =
  | 'required'
  | 'max_items'
  | 'max_length'
  | 'pool'
  | 'broadcast'
  | 'send_ids'
  | NonNullable<FieldSpec['format']>;

/** The sentences by language. */
export const LIMIT_TEXTS: Readonly<Record<Language, Readonly<Record<LimitText, string>>>> = {
  en: {
    required: 'Required.',
    max_items: 'At most {most} entries.',
    max_length: 'At most {most} characters.',
    'date-time': 'Date and time as ISO 8601, such as 2026-09-01T09:30:00Z.',
    date: 'A date as ISO 8601, such as 2026-09-01.',
    email: 'An email address.',
    uri: 'A complete address with https://.',
    uuid: 'A UUID.',
    pool: 'Quota of the workspace: {pool} calls an hour.',
    broadcast:
      'With broadcast or audience: {broadcast} calls a minute, {audience} of them to the same audience.',
    send_ids: 'Quota of the workspace: {sendIds} send ids a day.',
  },
  de: {
    required: 'Erforderlich.',
    max_items: 'Höchstens {most} Einträge.',
    max_length: 'Höchstens {most} Zeichen.',
    'date-time': 'Datum und Uhrzeit nach ISO 8601, etwa 2026-09-01T09:30:00Z.',
    date: 'Ein Datum nach ISO 8601, etwa 2026-09-01.',
    email: 'Eine E-Mail-Adresse.',
    uri: 'Eine vollständige Adresse mit https://.',
    uuid: 'Eine UUID.',
    pool: 'Kontingent des Workspace: {pool} Aufrufe pro Stunde.',
    broadcast:
      'Mit broadcast oder audience: {broadcast} Aufrufe pro Minute, davon {audience} an dieselbe Zielgruppe.',
    send_ids: 'Kontingent des Workspace: {sendIds} Versand-IDs pro Tag.',
  },
  fr: {
    required: 'Requis.',
    max_items: 'Au plus {most} entrées.',
    max_length: 'Au plus {most} caractères.',
    'date-time': 'Date et heure au format ISO 8601, par exemple 2026-09-01T09:30:00Z.',
    date: 'Une date au format ISO 8601, par exemple 2026-09-01.',
    email: 'Une adresse e-mail.',
    uri: 'Une adresse complète avec https://.',
    uuid: 'Un UUID.',
    pool: 'Quota de l’espace de travail : {pool} appels par heure.',
    broadcast:
      'Avec broadcast ou audience : {broadcast} appels par minute, dont {audience} vers la même audience.',
    send_ids: 'Quota de l’espace de travail : {sendIds} identifiants d’envoi par jour.',
  },
  ko: {
    required: '필수.',
    max_items: '항목 {most}개 이하.',
    max_length: '{most}자 이하.',
    'date-time': 'ISO 8601 날짜와 시각. 예: 2026-09-01T09:30:00Z.',
    date: 'ISO 8601 날짜. 예: 2026-09-01.',
    email: '이메일 주소.',
    uri: 'https://로 시작하는 전체 주소.',
    uuid: 'UUID.',
    pool: '워크스페이스 할당량: 시간당 호출 {pool}회.',
    broadcast:
      'broadcast 또는 audience 사용 시: 분당 호출 {broadcast}회, 같은 대상에는 {audience}회.',
    send_ids: '워크스페이스 할당량: 하루 전송 ID {sendIds}개.',
  },
};
