-- German verbs whose parts something stands between ("abgelegt", "auszuschalten") are cut to another term since: documents are indexed anew.
INSERT INTO "search_outbox" ("kind", "doc_id") SELECT "kind", "doc_id" FROM "search_documents" WHERE "locale" = 'de' AND NOT "meili_deleted";
