import type { Language } from '../domain/settings';
import type { Repair, RepairCode } from './repair';

type Titles = Readonly<Record<RepairCode, string>>;

const TITLES: Readonly<Record<Language, Titles>> = {
  en: {
    keep_only: 'Keep only {field}',
    remove_field: 'Remove {field}',
    remove_entry: 'Remove the entry',
    rename_field: 'Rename {from} to {to}',
    write_value: 'Write {value}',
    add_field: 'Add {field}',
    add_missing: 'Add all {count} missing properties',
    add_value: 'Add {value}',
    wrap_in_list: 'Put it in a list',
    two_braces: 'Use two braces',
    remove_recipient: 'Remove this recipient',
    remove_earlier_recipient: 'Remove recipient {first}, keep this one',
    insert_comma: 'Insert the comma',
    remove_comma: 'Remove the comma',
    quote_value: 'Put it in quotes',
    trim_value: 'Remove the white space',
  },
  de: {
    keep_only: 'Nur {field} behalten',
    remove_field: '{field} entfernen',
    remove_entry: 'Eintrag entfernen',
    rename_field: '{from} in {to} umbenennen',
    write_value: '{value} schreiben',
    add_field: '{field} ergänzen',
    add_missing: 'Alle {count} fehlenden Eigenschaften ergänzen',
    add_value: '{value} ergänzen',
    wrap_in_list: 'In eine Liste setzen',
    two_braces: 'Zwei Klammern verwenden',
    remove_recipient: 'Diesen Empfänger entfernen',
    remove_earlier_recipient: 'Empfänger {first} entfernen, diesen behalten',
    insert_comma: 'Komma einfügen',
    remove_comma: 'Komma entfernen',
    quote_value: 'In Anführungszeichen setzen',
    trim_value: 'Leerraum entfernen',
  },
  fr: {
    keep_only: 'Garder seulement {field}',
    remove_field: 'Supprimer {field}',
    remove_entry: 'Supprimer l’entrée',
    rename_field: 'Renommer {from} en {to}',
    write_value: 'Écrire {value}',
    add_field: 'Ajouter {field}',
    add_missing: 'Ajouter les {count} propriétés manquantes',
    add_value: 'Ajouter {value}',
    wrap_in_list: 'Mettre dans une liste',
    two_braces: 'Utiliser deux accolades',
    remove_recipient: 'Supprimer ce destinataire',
    remove_earlier_recipient: 'Supprimer le destinataire {first}, garder celui-ci',
    insert_comma: 'Insérer la virgule',
    remove_comma: 'Supprimer la virgule',
    quote_value: 'Mettre entre guillemets',
    trim_value: 'Supprimer les espaces',
  },
  ko: {
    keep_only: '{field}만 남기기',
    remove_field: '{field} 지우기',
    remove_entry: '항목 지우기',
    rename_field: '{from}을(를) {to}(으)로 바꾸기',
    write_value: '{value} 쓰기',
    add_field: '{field} 추가',
    add_missing: '빠진 속성 {count}개 모두 추가',
    add_value: '{value} 추가',
    wrap_in_list: '목록에 넣기',
    two_braces: '중괄호 두 개 쓰기',
    remove_recipient: '이 수신자 지우기',
    remove_earlier_recipient: '{first}번째 수신자를 지우고 이 수신자 남기기',
    insert_comma: '쉼표 넣기',
    remove_comma: '쉼표 지우기',
    quote_value: '따옴표로 감싸기',
    trim_value: '공백 지우기',
  },
};

/** The title of a repair, for a menu. */
export function formatRepair({ code, params }: Repair, language: Language): string {
  return TITLES[language][code].replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
