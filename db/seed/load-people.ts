import type { Tx } from "@/db/client";
import { agentPresence, agentSkills, departmentMembers, expertTopics, members } from "@/db/schema";
import type { Member } from "@/lib/members/actor";
import { hashPassword } from "@/lib/platform/passwords";
import { people } from "./content/people";
import { before, SAMPLE_PASSWORD, type World } from "./world";

const DAY_MINUTES = 24 * 60;

/** Everybody of the sample; they share one password, so that a stranger can be any of them. */
export async function loadPeople(tx: Tx, world: World): Promise<void> {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  for (const person of people) {
    const createdAt = before(world, person.joinedDaysAgo * DAY_MINUTES);
    const trust = person.trust === "expert" ? "helper" : person.trust;
    const [row] = await tx
      .insert(members)
      .values({
        name: person.name,
        displayName: person.displayName,
        email: person.email,
        emailVerifiedAt: createdAt,
        passwordHash,
        role: person.role,
        trust,
        locale: person.locale,
        bio: person.bio,
        // Nobody at example.com reads mail.
        mailNotifications: false,
        createdAt,
        lastSeenAt: world.startedAt,
      })
      .returning({ id: members.id });
    if (!row) throw new Error(`no member ${person.name}`);
    const expertIn = (person.expertIn ?? []).flatMap((slug) => world.categories.get(slug) ?? []);
    const departments = (person.departments ?? []).flatMap((slug) => world.departments.get(slug) ?? []);
    if (expertIn.length > 0) await tx.insert(expertTopics).values(expertIn.map((categoryId) => ({ memberId: row.id, categoryId })));
    if (departments.length > 0) await tx.insert(departmentMembers).values(departments.map((departmentId) => ({ memberId: row.id, departmentId })));
    if (person.skills?.length) await tx.insert(agentSkills).values(person.skills.map((skill) => ({ memberId: row.id, skill })));
    if (departments.length > 0) await tx.insert(agentPresence).values({ memberId: row.id, capacity: person.seats ?? 3 });
    const member: Member = {
      kind: "member",
      id: row.id,
      name: person.name,
      displayName: person.displayName,
      role: person.role,
      locale: person.locale,
      trust,
      expertIn,
      departments,
      suspendedUntil: null,
    };
    world.people.set(person.name, member);
  }
}
