CREATE TABLE "thread_merges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thread_merges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"into_id" bigint NOT NULL,
	"member_id" bigint,
	"moved" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "article_revisions" ADD COLUMN "toc" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "locked_reason" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "view_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_merges" ADD CONSTRAINT "thread_merges_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_merges" ADD CONSTRAINT "thread_merges_into_id_threads_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_merges" ADD CONSTRAINT "thread_merges_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_merges_thread_id_index" ON "thread_merges" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "thread_merges_into_id_index" ON "thread_merges" USING btree ("into_id");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_merged_into_id_threads_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "article_revisions" AS revision SET "toc" = coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', m[2], 'text', trim(replace(replace(replace(replace(replace(replace(regexp_replace(m[3], '<[^>]*>', '', 'g'), '&#x3C;', '<'), '&lt;', '<'), '&gt;', '>'), '&#x22;', '"'), '&#x26;', '&'), '&amp;', '&')), 'level', m[1]::int) ORDER BY n)
  FROM regexp_matches(revision.body_html, '<h([2-6])[^>]* id="([^"]*)"[^>]*>((?:[^<]|<(?!/h))*)</h', 'g') WITH ORDINALITY AS found (m, n)
), '[]'::jsonb);--> statement-breakpoint
UPDATE "threads" SET "locked_reason" = (
  SELECT nullif(data ->> 'reason', '') FROM audit_log
  WHERE action = 'thread.locked' AND target_kind = 'thread' AND target_id = threads.id::text ORDER BY id DESC LIMIT 1
) WHERE "locked_at" IS NOT NULL;
