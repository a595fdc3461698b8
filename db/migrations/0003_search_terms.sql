DROP INDEX "search_terms_trgm";--> statement-breakpoint
CREATE INDEX "search_terms_trgm" ON "search_terms" USING gin ("term" gin_trgm_ops) WHERE left("search_terms"."term", 1) <> '=';