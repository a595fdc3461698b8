import { customers } from "./people-customers";
import { quietPeople } from "./people-quiet";
import { experts, staffMembers } from "./people-staff";
import type { SeedPerson } from "./types";

export const people: SeedPerson[] = [...staffMembers, ...experts, ...customers, ...quietPeople];
