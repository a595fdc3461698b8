CREATE TABLE "search_embeddings" (
	"kind" text NOT NULL,
	"doc_id" bigint NOT NULL,
	"model" text NOT NULL,
	"hash" text NOT NULL,
	"version" bigint NOT NULL,
	"vector" "bytea" NOT NULL,
	CONSTRAINT "search_embeddings_kind_doc_id_pk" PRIMARY KEY("kind","doc_id")
);
--> statement-breakpoint
ALTER TABLE "search_embeddings" ADD CONSTRAINT "search_embeddings_kind_doc_id_search_documents_kind_doc_id_fk" FOREIGN KEY ("kind","doc_id") REFERENCES "public"."search_documents"("kind","doc_id") ON DELETE cascade ON UPDATE no action;