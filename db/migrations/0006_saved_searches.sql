CREATE TABLE "saved_searches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_searches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"locale" "locale" NOT NULL,
	"tells_new" boolean DEFAULT false NOT NULL,
	"looked_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "author_id" bigint;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "products" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once" ON "saved_searches" USING btree ("member_id","query");--> statement-breakpoint
CREATE INDEX "saved_searches_tells_new_id_index" ON "saved_searches" USING btree ("tells_new","id");--> statement-breakpoint
INSERT INTO "search_outbox" ("kind", "doc_id") SELECT "kind", "doc_id" FROM "search_documents" WHERE NOT "meili_deleted";
