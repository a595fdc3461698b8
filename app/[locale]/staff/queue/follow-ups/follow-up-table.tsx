import { OneButtonForm } from "@/components/members/one-button-form";
import { OwnerForm } from "@/components/members/owner-form";
import type { ButtonProps } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { type Column, Table } from "@/components/ui/table";
import { TitleCell } from "@/components/ui/title-cell";
import { Time } from "@/components/ui/time";
import type { StaffMember } from "@/lib/departments/list-staff";
import type { FollowUpView } from "@/lib/follow-ups/follow-up-view";
import { canFollowUp, canPutRight } from "@/lib/follow-ups/permissions";
import type { Member } from "@/lib/members/actor";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translateKey, translator } from "@/lib/platform/i18n/translator";
import {
  closeFollowUpAction,
  giveFollowUpAction,
  mendFollowUpAction,
  offerCallAction,
  takeFollowUpAction,
} from "./actions";

type TableProps = {
  locale: Locale;
  actor: Member;
  items: FollowUpView[];
  staff: StaffMember[];
  /** The list one is in, to come back to. */
  fields: Record<string, string>;
};

/** Who, what happened, whose it is and until when; and what one can do about it. */
export function FollowUpTable({ locale, actor, items, staff, fields }: TableProps) {
  const t = translator(locale);
  const isOver = items.every(({ endedAt }) => endedAt !== null);
  const columns: Column<FollowUpView>[] = [
    { head: t("followUps.question"), className: "min-w-56 break-words", cell: (item) => <Who locale={locale} t={t} item={item} /> },
    {
      head: t("followUps.what"),
      className: "min-w-44",
      cell: ({ reason, happenedAt }) => (
        <>
          {translateKey(locale, `followUps.reason.${reason}`)}{" "}
          <span className="small mut whitespace-nowrap">
            <Time at={happenedAt} locale={locale} format="shortTime" />
          </span>
        </>
      ),
    },
    isOver
      ? { head: t("followUps.outcome"), told: true, cell: (item) => outcomeOf(t, item) }
      : {
          head: t("followUps.due"),
          told: true,
          cell: ({ dueAt, overdue }) => (
            <span className={overdue ? "w-late" : undefined}>
              <Time at={dueAt} locale={locale} format="shortTime" />
              {overdue && ` · ${t("followUps.overdue")}`}
            </span>
          ),
        },
    {
      head: t("followUps.owner"),
      told: true,
      cell: (item) => <Owner locale={locale} t={t} actor={actor} item={item} staff={staff} fields={fields} />,
    },
  ];
  const deeds: Column<FollowUpView> = {
    cell: (item) => <Deeds locale={locale} t={t} actor={actor} item={item} fields={fields} />,
  };
  return (
    <div className="overflow-x-auto">
      <Table
        caption={t("followUps.title")}
        rows={items}
        rowKey={({ id }) => id}
        columns={isOver ? columns : [...columns, deeds]}
      />
    </div>
  );
}

type CellProps = { locale: Locale; t: Translate; item: FollowUpView };

function Who({ locale, t, item: { thread, asker, conversationId } }: CellProps) {
  if (!thread) return <span className="mut">{t("followUps.forgotten")}</span>;
  return (
    <TitleCell href={href(locale, `/t/${thread.id}/${thread.slug}`)} title={thread.title}>
      {asker?.displayName}
      {conversationId !== null && (
        <>
          {" · "}
          <a className="lk" href={href(locale, `/staff/inbox?c=${conversationId}`)}>
            {t("followUps.conversation")}
          </a>
        </>
      )}
    </TitleCell>
  );
}

type ActProps = CellProps & { actor: Member; fields: Record<string, string> };

function Owner({ locale, t, actor, item, staff, fields }: ActProps & { staff: StaffMember[] }) {
  const { id, owner, departmentId, endedAt } = item;
  if (endedAt) return owner?.displayName;
  if (!canFollowUp(actor, item)) return owner?.displayName ?? t("followUps.nobody");
  const owners = staff
    .filter(({ role, departments }) => role === "manager" || departments.includes(departmentId))
    .map((each) => ({ id: each.id, name: each.displayName }));
  return (
    <OwnerForm
      bare
      action={giveFollowUpAction}
      locale={locale}
      fields={{ id, ...fields }}
      ownerId={owner?.id ?? null}
      owners={owners}
      words={{
        owner: t("followUps.giveOf", { name: nameOf(item) }),
        give: t("followUps.give"),
        saving: t("common.saving"),
      }}
    />
  );
}

type Deed = { key: "answer" | "call" | "close" | "mend"; action: FormAction; look: ButtonProps["look"] };

function Deeds({ locale, t, actor, item, fields }: ActProps) {
  if (!canFollowUp(actor, item)) return null;
  const isStuck = item.kind === "stuck";
  const deeds: (Deed | false)[] = [
    isStuck && canPutRight(actor) && { key: "mend", action: mendFollowUpAction, look: "pri" },
    { key: "answer", action: takeFollowUpAction, look: isStuck ? "sec" : "pri" },
    !isStuck && { key: "call", action: offerCallAction, look: "sec" },
    !isStuck && { key: "close", action: closeFollowUpAction, look: "ghost" },
  ];
  return (
    <div className="flex flex-wrap gap-2">
      {deeds.map(
        (deed) =>
          deed && (
            <OneButtonForm
              key={deed.key}
              action={deed.action}
              locale={locale}
              fields={{ id: String(item.id), ...fields }}
              label={t(`followUps.${deed.key}`)}
              describe={t(`followUps.${deed.key}Of`, { name: nameOf(item) })}
              busy={t("followUps.working")}
              look={deed.look}
              size="d"
            />
          ),
      )}
    </div>
  );
}

function nameOf({ asker, id }: FollowUpView): string {
  return asker?.displayName ?? `#${id}`;
}

function outcomeOf(t: Translate, { outcome, choice }: FollowUpView): string {
  if (outcome === null) return "";
  if (outcome === "chose" && (choice === "chat" || choice === "callback" || choice === "message")) {
    return t(`followUps.outcome.chose.${choice}`);
  }
  return t(`followUps.outcome.${outcome}`);
}
