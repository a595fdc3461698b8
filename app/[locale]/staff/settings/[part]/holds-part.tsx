import { OneButtonForm } from "@/components/members/one-button-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Lock } from "@/components/ui/icons";
import { Table } from "@/components/ui/table";
import type { HoldView } from "@/lib/holds/hold-view";
import { listHolds } from "@/lib/holds/list-holds";
import { formatDate } from "@/lib/platform/i18n/format";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { liftHoldAction } from "../actions";
import type { PartProps } from "./page";

/** What is kept from being deleted, so that nobody forgets it. */
export async function HoldsPart({ locale, actor }: PartProps) {
  const t = translator(locale);
  const held = await listHolds(actor);
  const nameOf = ({ conversation, customer }: HoldView) =>
    conversation ? t("holds.conversation", { name: customer.displayName, title: conversation.title }) : t("holds.customer", { name: customer.displayName });
  return (
    <section className="setpart" aria-labelledby="holds">
      <h2 id="holds">{t("settings.part.holds")}</h2>
      <p className="mut2">{t("holds.text")}</p>
      {held.length === 0 ? (
        <EmptyState icon={Lock} title={t("holds.none")} />
      ) : (
        <Table
          caption={t("settings.part.holds")}
          rows={held}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t("holds.what"),
              cell: (hold) => (
                <a className="lk" href={href(locale, hold.conversation ? `/staff/inbox?c=${hold.conversation.id}` : `/u/${hold.customer.name}`)}>
                  {nameOf(hold)}
                </a>
              ),
            },
            { head: t("holds.reason"), cell: ({ reason }) => reason },
            {
              head: t("holds.since"),
              told: true,
              cell: ({ at, by }) => [formatDate(locale, at, "short"), by].filter(Boolean).join(", "),
            },
            {
              cell: (hold) => (
                <OneButtonForm
                  action={liftHoldAction}
                  locale={locale}
                  fields={{ id: String(hold.id) }}
                  label={t("holds.lift")}
                  describe={t("holds.liftOf", { name: nameOf(hold) })}
                  busy={t("common.saving")}
                  look="sec"
                  size="d"
                />
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
