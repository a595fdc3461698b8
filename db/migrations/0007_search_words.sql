CREATE TABLE "search_words" (
	"locale" "locale" NOT NULL,
	"term" text NOT NULL,
	"noun" boolean NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "search_words_locale_term_pk" PRIMARY KEY("locale","term")
);
--> statement-breakpoint
ALTER TABLE "search_totals" ADD COLUMN "words" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_version" ON "search_words" USING btree ("version");