CREATE TYPE "public"."macro_state" AS ENUM('own', 'proposed', 'approved', 'refused');--> statement-breakpoint
CREATE TABLE "macros" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "macros_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner_id" bigint,
	"state" "macro_state" NOT NULL,
	"departments" text[] DEFAULT '{}' NOT NULL,
	"name_en" text NOT NULL,
	"name_de" text NOT NULL,
	"body_en" text NOT NULL,
	"body_de" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "pushed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agent_presence" ADD COLUMN "wrap_up_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "agent_presence" ADD COLUMN "wrap_up_seconds" integer;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "macros_owner_id_index" ON "macros" USING btree ("owner_id");--> statement-breakpoint
INSERT INTO "macros" ("state", "departments", "name_en", "name_de", "body_en", "body_de", "updated_at")
SELECT CASE WHEN each->'approved' = 'false' THEN 'proposed' ELSE 'approved' END::macro_state,
	ARRAY(SELECT jsonb_array_elements_text(coalesce(each->'departments', '[]'))),
	each->>'nameEn', each->>'nameDe', each->>'bodyEn', each->>'bodyDe', now()
FROM "settings", jsonb_array_elements("value") AS each WHERE "key" = 'macros';--> statement-breakpoint
DELETE FROM "settings" WHERE "key" = 'macros';
