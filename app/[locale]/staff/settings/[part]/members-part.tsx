import { SettingsForm } from "@/components/settings/settings-form";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Search } from "@/components/ui/icons";
import { listCategories } from "@/lib/categories/list-categories";
import type { CategoryNode } from "@/lib/categories/category-view";
import { findMembers } from "@/lib/members/find-members";
import { getMemberRecord, type MemberRecord } from "@/lib/members/get-member-record";
import { roles } from "@/lib/members/input";
import { canSetRole } from "@/lib/members/permissions";
import { now } from "@/lib/platform/clock";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { setExpertTopicsAction, setRoleAction } from "../actions";
import type { PartProps } from "./page";

export async function MembersPart(props: PartProps) {
  const { locale, actor, asked } = props;
  const t = translator(locale);
  const id = asked("id");
  const chosen = id && /^[1-9]\d{0,14}$/.test(id) ? await getMemberRecord(actor, Number(id)) : null;
  if (chosen) return <OneMember {...props} member={chosen} />;
  const query = asked("q") ?? "";
  const found = query ? await findMembers(actor, query.replace(/^@/, ""), 20) : [];
  const base = href(locale, "/staff/settings/members");
  return (
    <section className="setpart" aria-labelledby="members">
      <h2 id="members">{t("settings.part.members")}</h2>
      <form action={base} role="search" className="!flex row">
        <label className="vh" htmlFor="member-search">
          {t("settings.members.search")}
        </label>
        <input id="member-search" className="in" type="search" name="q" defaultValue={query} placeholder={t("settings.members.search")} />
        <Button type="submit" icon={Search}>
          {t("common.search")}
        </Button>
      </form>
      {query && found.length === 0 && <p className="mut2">{t("settings.members.none")}</p>}
      {found.length > 0 && (
        <ul className="tlist">
          {found.map((member) => (
            <li key={member.id} className="py-2.5">
              <a className="row hover:underline" href={`${base}?id=${member.id}`}>
                <Avatar id={member.id} name={member.displayName} staff={member.role !== "member" && member.role !== "expert"} size="sm" />
                {member.displayName} <span className="mut">@{member.name}</span>
                <span className="grow" />
                <span className="small mut">{t(`role.${member.role}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

async function OneMember({ locale, actor, member }: PartProps & { member: MemberRecord }) {
  const t = translator(locale);
  const categories = await listCategories(actor);
  const isPaused = member.suspendedUntil !== null && member.suspendedUntil > now();
  return (
    <>
      <section className="setpart" aria-labelledby="member">
        <h2 id="member">
          <a className="lk" href={href(locale, `/u/${member.name}`)}>
            {member.displayName}
          </a>
        </h2>
        <dl className="mini">
          <div>
            <dt>{t("settings.members.since")}</dt>
            <dd>{formatDate(locale, member.createdAt, "short")}</dd>
          </div>
          <div>
            <dt>{t("settings.members.answers")}</dt>
            <dd>{formatNumber(locale, member.answerCount)}</dd>
          </div>
          <div>
            <dt>{t("settings.members.solutions")}</dt>
            <dd>{formatNumber(locale, member.acceptedCount)}</dd>
          </div>
          <div>
            <dt>{t("settings.members.trust")}</dt>
            <dd>{t(`settings.trust.${member.trust}`)}</dd>
          </div>
        </dl>
        {member.email && <p className="mut2 break-all">{member.email}</p>}
        {isPaused && member.suspendedUntil && <p className="mut2">{t("settings.members.paused", { until: formatDate(locale, member.suspendedUntil) })}</p>}
        {canSetRole(actor) ? (
          <SettingsForm
            second
            action={setRoleAction}
            locale={locale}
            hidden={{ id: String(member.id) }}
            submit={t("settings.members.setRole")}
            busy={t("common.saving")}
            fields={[
              {
                kind: "select",
                name: "role",
                label: t("settings.members.role"),
                hint: t("settings.members.roleHint"),
                value: member.role,
                options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
              },
            ]}
          />
        ) : (
          <p className="mut2">
            {t(`role.${member.role}`)}. {t("settings.members.admins")}
          </p>
        )}
      </section>
      <section className="setpart" aria-labelledby="topics">
        <h2 id="topics">{t("settings.members.topics")}</h2>
        <p className="mut2">{t("settings.members.topicsText")}</p>
        <SettingsForm
          action={setExpertTopicsAction}
          locale={locale}
          hidden={{ id: String(member.id) }}
          submit={t("common.save")}
          busy={t("common.saving")}
          fields={[
            {
              kind: "checks",
              name: "categoryIds",
              label: t("settings.members.topics"),
              options: flat(categories).map(({ id, name }) => ({ value: String(id), label: name[locale], checked: member.expertIn.includes(id) })),
            },
          ]}
        />
      </section>
    </>
  );
}

function flat(nodes: CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
