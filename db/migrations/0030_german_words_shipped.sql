-- More words ship of which German compounds are made, so these are taken apart otherwise: documents are indexed anew.
INSERT INTO "search_outbox" ("kind", "doc_id") SELECT "kind", "doc_id" FROM "search_documents" WHERE "locale" = 'de' AND NOT "meili_deleted";
