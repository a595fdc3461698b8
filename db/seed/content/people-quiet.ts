import type { SeedLocale, SeedPerson } from "./types";

/** Members who mostly read, say "me too" and "helpful": most of any community. */
export const quietPeople: SeedPerson[] = [
  quiet("Renate Gruber", "de", 1120, "Innsbruck, W5 von 2019, läuft."),
  quiet("Malte Hinrichs", "de", 840),
  quiet("Svenja Koch", "de", 799, "Kinderkrankenschwester, wasche zu seltsamen Zeiten."),
  quiet("Dieter Wolters", "de", 765),
  quiet("Fatma Demir", "de", 702),
  quiet("Anke Brinkmann", "de", 688, "Bielefeld gibt es, und unsere G6 auch."),
  quiet("Timo Schreiber", "de", 640),
  quiet("Ursula Beck", "de", 622),
  quiet("Mohammed Haddad", "de", 590, "Vermiete drei Wohnungen."),
  quiet("Jana Pohlmann", "de", 555),
  quiet("Karl-Heinz Ott", "de", 512),
  quiet("Carla Weber", "de", 498),
  quiet("Bernd Hofstetter", "de", 471, "Zürich. Bei uns heisst das Tumbler."),
  quiet("Lea Sommer", "de", 433),
  quiet("Piotr Zielinski", "de", 402),
  quiet("Gudrun Maas", "de", 377),
  quiet("Sven Albrecht", "de", 350),
  quiet("Elif Arslan", "de", 322),
  quiet("Hanna Fuchs", "de", 289),
  quiet("Peter Maurer", "de", 251),
  quiet("Wiebke Janssen", "de", 214, "Föhr. Hartes Wasser, weiche Handtücher."),
  quiet("Oliver Kranz", "de", 177),
  quiet("Nele Vogt", "de", 121),
  quiet("Amira Saleh", "de", 73),
  quiet("Claire Bennett", "en", 701, "Two boys, one mud kitchen."),
  quiet("Tomasz Lis", "en", 566),
  quiet("Hannah O'Neill", "en", 488),
  quiet("Diego Fuentes", "en", 431),
  quiet("Ingrid Solberg", "en", 390, "Oslo. Wool, mostly."),
  quiet("Ravi Menon", "en", 340),
  quiet("Emily Carter", "en", 282),
  quiet("Joris Bakker", "en", 233),
  quiet("Aisha Rahman", "en", 160),
  quiet("Luca Ferri", "en", 104),
  quiet("Nora Kovacs", "en", 52),
];

function quiet(displayName: string, locale: SeedLocale, joinedDaysAgo: number, bio = ""): SeedPerson {
  const name = displayName.toLowerCase().replaceAll("'", "").replaceAll(" ", "-");
  const email = `${name.replaceAll("-", ".")}@example.com`;
  return { name, displayName, email, role: "member", locale, bio, trust: "known", joinedDaysAgo };
}
