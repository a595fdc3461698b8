CREATE INDEX "conversation_events_accepted" ON "conversation_events" USING btree ("actor_id","created_at") WHERE "conversation_events"."type" = 'accepted';--> statement-breakpoint
CREATE INDEX "conversations_ended" ON "conversations" USING btree ("department_id","closed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "messages_latest" ON "messages" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "offers_lately" ON "offers" USING btree ("agent_id","offered_at");--> statement-breakpoint
CREATE INDEX "queue_entries_of_conversation" ON "queue_entries" USING btree ("conversation_id");