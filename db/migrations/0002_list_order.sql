DROP INDEX "article_revisions_article_id_number_index";--> statement-breakpoint
DROP INDEX "articles_listed";--> statement-breakpoint
DROP INDEX "thread_tags_tag_id_thread_id_index";--> statement-breakpoint
DROP INDEX "queue_entries_waiting";--> statement-breakpoint
DROP INDEX "members_accepted_count_index";--> statement-breakpoint
DROP INDEX "notifications_member_id_id_index";--> statement-breakpoint
DROP INDEX "audit_log_actor_id_id_index";--> statement-breakpoint
DROP INDEX "cases_queue";--> statement-breakpoint
DROP INDEX "mails_created_at_index";--> statement-breakpoint
DROP INDEX "search_queries_member_id_id_index";--> statement-breakpoint
DROP INDEX "search_queries_voice_id_index";--> statement-breakpoint
DROP INDEX "answers_author_id_id_index";--> statement-breakpoint
DROP INDEX "comments_author_id_id_index";--> statement-breakpoint
DROP INDEX "revisions_target_kind_target_id_id_index";--> statement-breakpoint
DROP INDEX "threads_latest";--> statement-breakpoint
DROP INDEX "threads_in_category";--> statement-breakpoint
DROP INDEX "threads_by_state";--> statement-breakpoint
DROP INDEX "threads_by_need";--> statement-breakpoint
DROP INDEX "threads_author_id_id_index";--> statement-breakpoint
CREATE INDEX "threads_recent" ON "threads" USING btree ("last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "threads"."status" = 'published';--> statement-breakpoint
CREATE INDEX "threads_duplicates" ON "threads" USING btree ("duplicate_of_id") WHERE "threads"."duplicate_of_id" is not null;--> statement-breakpoint
CREATE INDEX "article_revisions_article_id_number_index" ON "article_revisions" USING btree ("article_id","number" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "articles_listed" ON "articles" USING btree ("locale","state","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "thread_tags_tag_id_thread_id_index" ON "thread_tags" USING btree ("tag_id","thread_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "queue_entries_waiting" ON "queue_entries" USING btree ("department_id","priority" DESC NULLS FIRST,"enqueued_at","id") WHERE "queue_entries"."state" in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX "members_accepted_count_index" ON "members" USING btree ("accepted_count" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notifications_member_id_id_index" ON "notifications" USING btree ("member_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_actor_id_id_index" ON "audit_log" USING btree ("actor_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "cases_queue" ON "cases" USING btree ("score" DESC NULLS FIRST,"id") WHERE "cases"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "mails_created_at_index" ON "mails" USING btree ("created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_queries_member_id_id_index" ON "search_queries" USING btree ("member_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_queries_voice_id_index" ON "search_queries" USING btree ("voice","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "answers_author_id_id_index" ON "answers" USING btree ("author_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_author_id_id_index" ON "comments" USING btree ("author_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "revisions_target_kind_target_id_id_index" ON "revisions" USING btree ("target_kind","target_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "threads_latest" ON "threads" USING btree ("locale","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "threads"."status" = 'published';--> statement-breakpoint
CREATE INDEX "threads_in_category" ON "threads" USING btree ("category_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "threads"."status" = 'published';--> statement-breakpoint
CREATE INDEX "threads_by_state" ON "threads" USING btree ("state","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "threads"."status" = 'published';--> statement-breakpoint
CREATE INDEX "threads_by_need" ON "threads" USING btree ("me_too_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "threads"."status" = 'published';--> statement-breakpoint
CREATE INDEX "threads_author_id_id_index" ON "threads" USING btree ("author_id","id" DESC NULLS FIRST);