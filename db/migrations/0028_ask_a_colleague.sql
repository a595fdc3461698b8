ALTER TABLE "consults" ALTER COLUMN "department_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "consults" ADD COLUMN "member_id" bigint;--> statement-breakpoint
ALTER TABLE "consults" ADD CONSTRAINT "consults_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consults_of_member" ON "consults" USING btree ("member_id") WHERE "consults"."member_id" is not null;--> statement-breakpoint
ALTER TABLE "consults" ADD CONSTRAINT "consults_ask_somebody" CHECK (num_nonnulls("consults"."department_id", "consults"."member_id") = 1);