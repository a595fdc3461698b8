CREATE TYPE "public"."gold_state" AS ENUM('proposed', 'accepted', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."search_rule_kind" AS ENUM('synonyms', 'one_way', 'stop_word', 'pin', 'weights');--> statement-breakpoint
CREATE TABLE "gold_pairs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gold_pairs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"locale" "locale" NOT NULL,
	"query" text NOT NULL,
	"kind" text NOT NULL,
	"doc_id" bigint NOT NULL,
	"source" text NOT NULL,
	"votes" integer DEFAULT 1 NOT NULL,
	"state" "gold_state" DEFAULT 'proposed' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" bigint
);
--> statement-breakpoint
CREATE TABLE "search_calibrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_calibrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"locale" "locale" NOT NULL,
	"threshold" real NOT NULL,
	"precision" real,
	"recall" real,
	"labels" integer NOT NULL,
	"positives" integer NOT NULL,
	"reason" text NOT NULL,
	"curve" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_gaps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_gaps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"locale" "locale" NOT NULL,
	"title" text NOT NULL,
	"queries" jsonb NOT NULL,
	"searches" integer DEFAULT 0 NOT NULL,
	"owner_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by_id" bigint,
	"reopened_at" timestamp (3) with time zone,
	"replayed_at" timestamp (3) with time zone,
	"replay" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_quality" (
	"day" date NOT NULL,
	"locale" "locale" NOT NULL,
	"engine" text NOT NULL,
	"queries" integer NOT NULL,
	"mrr" real NOT NULL,
	"recall" real NOT NULL,
	"ndcg" real NOT NULL,
	"ranks" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_quality_day_locale_engine_pk" PRIMARY KEY("day","locale","engine")
);
--> statement-breakpoint
CREATE TABLE "search_rules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"locale" "locale" NOT NULL,
	"kind" "search_rule_kind" NOT NULL,
	"data" jsonb NOT NULL,
	"replaces_id" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by_id" bigint,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "suggestion_opt_outs" (
	"member_id" bigint PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_queries" ADD COLUMN "typed_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_queries" ADD COLUMN "took_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_queries" ADD COLUMN "clicked" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "search_queries" ADD COLUMN "ended_in" text;--> statement-breakpoint
ALTER TABLE "search_queries" ADD COLUMN "ended_thread_id" bigint;--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD COLUMN "locale" "locale";--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD COLUMN "arm" text DEFAULT 'shown' NOT NULL;--> statement-breakpoint
ALTER TABLE "gold_pairs" ADD CONSTRAINT "gold_pairs_decided_by_id_members_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_gaps" ADD CONSTRAINT "search_gaps_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_gaps" ADD CONSTRAINT "search_gaps_closed_by_id_members_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_rules" ADD CONSTRAINT "search_rules_created_by_id_members_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_opt_outs" ADD CONSTRAINT "suggestion_opt_outs_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gold_pairs_once" ON "gold_pairs" USING btree ("locale",lower("query"),"kind","doc_id");--> statement-breakpoint
CREATE INDEX "gold_pairs_state_id_index" ON "gold_pairs" USING btree ("state","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_calibrations_locale_id_index" ON "search_calibrations" USING btree ("locale","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_gaps_closed_at_id_index" ON "search_gaps" USING btree ("closed_at","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_rules_in_force" ON "search_rules" USING btree ("locale","kind","id") WHERE "search_rules"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "search_rules_removed_at_index" ON "search_rules" USING btree ("removed_at");--> statement-breakpoint
CREATE INDEX "suggestion_outcomes_created_at_index" ON "suggestion_outcomes" USING btree ("created_at");