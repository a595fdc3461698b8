DROP INDEX "promises_one_running";--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "promises_one_reply" ON "promises" USING btree ("conversation_id") WHERE "promises"."ended_at" is null and "promises"."metric" <> 'resolution';--> statement-breakpoint
CREATE UNIQUE INDEX "promises_one_resolution" ON "promises" USING btree ("conversation_id") WHERE "promises"."ended_at" is null and "promises"."metric" = 'resolution';