CREATE TABLE "search_totals" (
	"locale" "locale" PRIMARY KEY NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL,
	"length" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "replies" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "related" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "related_for" text;--> statement-breakpoint
ALTER TABLE "search_queries" ADD COLUMN "voice" text;--> statement-breakpoint
CREATE INDEX "search_documents_unrelated" ON "search_documents" USING btree ("kind","doc_id") WHERE "search_documents"."related_for" is distinct from "search_documents"."title";--> statement-breakpoint
CREATE INDEX "search_queries_voice_id_index" ON "search_queries" USING btree ("voice","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_terms_prefix" ON "search_terms" USING btree ("locale","term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_trgm" ON "search_terms" USING gin ("term" gin_trgm_ops);