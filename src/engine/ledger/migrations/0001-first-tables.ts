import type { Migration } from '../migrate';

/**
 * Dispatches (one line each), their bodies apart so that lists stay quick, and what is searched: one
 * row of facts when a dispatch is begun and one when it is answered.
 */
export const firstTables: Migration = {
  version: 1,
  sql: `
    PRAGMA application_id = 0x4465736b;
    CREATE TABLE dispatches (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      created_at TEXT NOT NULL,
      environment_id TEXT NOT NULL,
      environment_name TEXT NOT NULL,
      production INTEGER NOT NULL,
      host TEXT NOT NULL,
      endpoint TEXT NOT NULL,
      request_name TEXT,
      target_id TEXT,
      blast_radius TEXT NOT NULL,
      outcome TEXT NOT NULL,
      status INTEGER,
      dispatch_id TEXT,
      failure TEXT,
      elapsed_ms REAL,
      answer_bytes INTEGER,
      error_count INTEGER NOT NULL,
      notice TEXT,
      send_id TEXT,
      schedule_id TEXT,
      message TEXT,
      failure_detail TEXT,
      answer_problem TEXT,
      owner TEXT NOT NULL,
      pending INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX dispatches_by_environment ON dispatches (environment_id, id);
    CREATE INDEX dispatches_by_outcome ON dispatches (outcome, id);

    CREATE TABLE bodies (
      seq INTEGER PRIMARY KEY REFERENCES dispatches (seq),
      sent_body BLOB NOT NULL,
      sent_headers TEXT NOT NULL,
      answer_body BLOB,
      answer_headers TEXT NOT NULL,
      errors TEXT NOT NULL,
      timeline TEXT NOT NULL,
      blocks TEXT NOT NULL
    ) STRICT;

    CREATE TABLE facts (
      fact_id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES dispatches (seq),
      campaign TEXT NOT NULL,
      name TEXT NOT NULL,
      dispatch_id TEXT NOT NULL,
      identifiers TEXT NOT NULL,
      property_values TEXT NOT NULL,
      errors TEXT NOT NULL
    ) STRICT;
    CREATE INDEX facts_by_dispatch ON facts (seq);
    CREATE VIRTUAL TABLE facts_index USING fts5 (
      campaign, name, dispatch_id, identifiers, property_values, errors,
      content = 'facts', content_rowid = 'fact_id', tokenize = 'trigram'
    );
    CREATE TRIGGER facts_are_indexed AFTER INSERT ON facts BEGIN
      INSERT INTO facts_index (
        rowid, campaign, name, dispatch_id, identifiers, property_values, errors
      ) VALUES (
        new.fact_id, new.campaign, new.name, new.dispatch_id, new.identifiers,
        new.property_values, new.errors
      );
    END;
  `,
};
