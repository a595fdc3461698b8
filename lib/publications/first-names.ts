/**
 * Common given names of people who write German or English. Words that are names, too (Mark, Will, Rose, Ernst,
 * May, Max., Bill, Frank, Art), are left out: those are found by what stands before them.
 */
export const firstNames = new Set(
  `Aaron Abdul Achim Adam Adelheid Adrian Agnes Agnieszka Ahmed Ahmet Aisha Alan Albert Alberto Alejandro
  Aleksander Aleksandra Alessandro Alexander Alexandra Alfred Ali Alice Alicia Alina Amanda Amelie Amy Ana
  Anastasia Andrea Andreas Andrei Andrej Andrew Andrzej Angela Angelika Angelo Anika Anita Anja Anke Ann
  Anna Anne Annegret Anneliese Annemarie Annette Annie Annika Anthony Antje Anton Antonia Antonio Arne
  Arnold Arthur Astrid Axel Aylin Ayse Ayşe Barbara Basti Bastian Beate Ben Benjamin Benno Bernd Bernhard
  Bert Berta Bettina Betty Beverly Bianca Billy Birgit Björn Bobby Bonnie Boris Bradley Brenda Brian
  Brigitte Bruce Bruno Bryan Burak Carina Carl Carla Carlos Carmen Carol Carolin Caroline Carsten
  Catherine Cem Charles Charlie Charlotte Cheryl Chiara Chris Christa Christel Christian Christiane
  Christina Christine Christoph Christopher Cindy Clara Claudia Claus Colin Connie Cornelia Craig Cynthia
  Dagmar Dan Daniel Daniela Darren Dave David Deborah Denise Deniz Dennis Derek Detlef Diana Didier Diego
  Dieter Dietmar Dirk Dmitri Dominik Donald Donna Doris Dorothea Dorothee Dorothy Edeltraud Edgar Edith
  Edna Edward Elaine Elena Elfriede Elias Elif Elijah Elisa Elisabeth Elizabeth Elke Ella Ellen Elsa Emil
  Emily Emma Emre Eric Erich Erik Erika Erwin Esther Ethan Eugen Eugene Eva Evelyn Ewa Fabian Fatih Fatima
  Fatma Felicitas Felix Ferdinand Finn Fiona Florian Frances Francesca Francesco Franz Franziska Fred
  Frieda Friedrich Fritz Fynn Gabi Gabriel Gabriele Gareth Gary Geoff Georg George Gerald Gerd Gerhard
  Gerlinde Gernot Gertrud Gisela Giulia Giuseppe Gladys Graham Gregor Gregory Greta Gudrun Guido Gustav
  Günter Günther Hakan Halil Hanna Hannah Hanne Hannelore Hannes Hans Harald Harry Hartmut Hasan Heather
  Hedwig Heidi Heike Heiko Heiner Heinrich Heinz Helen Helena Helene Helga Helmut Hendrik Henning Henri
  Henrik Henry Herbert Hermann Hilde Hildegard Hiltrud Holger Horst Howard Hubert Hugo Hussein Ian Ibrahim
  Ida Igor Ilona Ilse Ines Inga Inge Ingo Ingrid Inken Irene Ireneusz Irina Iris Irmgard Isabel Isabell
  Isabella Ismail Ivan Jack Jacob Jacqueline Jakob James Jan Jana Jane Janet Janina Jannik Jaqueline
  Jasmin Jason Jeffrey Jennifer Jens Jeremy Jerry Jesse Jessica Jim Joachim Joan Joanna Jochen Joe Joel
  Johann Johanna Johannes John Johnny Jon Jonas Jonathan Josef Joseph Josephine Joshua Joyce Juan Judith
  Judy Julia Julian Juliane Julie Justin Jutta Jörg Jürgen Karen Karin Karl Karla Karolina Karsten
  Katarzyna Kate Katharina Katherine Kathleen Kathrin Kathryn Katja Katrin Kaya Keith Kemal Kenneth Kerem
  Kerstin Kevin Kim Kirsten Klaus Konrad Konstantin Kristin Kristina Krystyna Kurt Kyle Lara Larissa Larry
  Lars Laura Lea Lena Lennart Leo Leon Leonard Leonie Lewis Leyla Liam Liane Liesbeth Lieselotte Lillian
  Lina Linda Linus Lisa Liselotte Logan Lois Loretta Lori Lothar Louis Louisa Louise Luca Lucas Lucia
  Ludwig Luis Luisa Luise Lukas Lutz Lydia Magda Magdalena Maike Maja Malte Mandy Manfred Manja Manuel
  Manuela Marc Marcel Marco Marcus Marek Margaret Margarete Margit Margot Maria Marianne Marie Marilyn
  Marina Mario Marion Marius Marko Markus Marleen Marlene Marlies Marta Martha Martin Martina Marvin Mary
  Maryam Mateusz Mathias Matteo Matthew Matthias Mattis Maurice Max Maximilian Maya Mehmet Meike Melanie
  Melissa Merle Meryem Mette Mia Michael Michaela Michał Michelle Miguel Mike Mildred Mirjam Mohamed
  Mohammad Mohammed Mona Monika Moritz Murat Mustafa Nadia Nadine Nadja Natalia Natalie Natascha Nathan
  Neil Nele Nicholas Nico Nicola Nicole Nigel Niklas Nils Nina Noah Nora Norbert Norma Nuray Olaf Ole Oleg
  Olga Oliver Olivia Omar Orhan Oscar Oskar Otto Pamela Pascal Patricia Patrick Paul Paula Pauline Pedro
  Peggy Peter Petra Phil Philip Philipp Phillip Phyllis Pia Pierre Piotr Priya Rachel Rainer Ralf Ralph
  Ramona Randy Raphael Raymond Rebecca Regina Reiner Reinhard Reinhold Renate Rene René Ricarda Richard
  Rita Robbie Robert Robin Roger Roland Rolf Roman Ronald Rosemarie Rosi Roswitha Rudolf Rupert Ruslan
  Russell Ruth Ryan Rüdiger Sabine Sabrina Sally Sam Samantha Sami Samuel Sandra Sara Sarah Sascha Scott
  Sean Sebastian Selina Selma Sergej Sergio Serkan Sharon Shirley Sibylle Siegfried Sieglinde Sigrid
  Sigrun Silke Silvia Simon Simone Sina Sinan Sofia Sofie Sonja Sophia Sophie Stanislaw Stefan Stefanie
  Steffen Steffi Stephan Stephanie Stephen Steve Steven Stuart Susan Susanne Sven Svenja Svetlana Swantje
  Sylvia Tamara Tammy Tanja Tatjana Tayfun Teresa Theo Theodor Theresa Thomas Thorsten Tiffany Tilo Tim
  Timo Tina Tobias Tom Tomasz Toni Tony Torben Torsten Tracy Traudel Trevor Tyler Udo Ulf Ulrich Ulrike
  Ursula Ute Uwe Valentin Valentina Vanessa Vera Verena Veronika Victor Victoria Viktor Viktoria Vincent
  Vladimir Volker Walter Waltraud Wanda Wayne Wendy Werner Wiebke Wilfried Wilhelm Willi William Wilma
  Winfried Wolfgang Xaver Yannick Yasemin Yasmin Yuri Yusuf Yvonne Zachary Zeynep Zoe Zoran Özlem`.split(
    /\s+/,
  ),
);

/** "Max. 60 °C", "3. Jan 2026": these are names only if no number is next to them. */
export const namesWithoutNumber = new Set(["Max", "Jan"]);

/** Capitalised words that follow a greeting, a thanks or a title without being anybody's name. */
export const noNames = new Set(
  `Aber Aktuell Alle All Also Am An And Any Auch Auf Aus Bei Beste Besten Best Bitte But By Can Cheers Code Cold
  Community Could Customer Da Damen Danach Dann Danke Das Dear Dein Dem Den Der Des Die Dies Diese Doktor Do Dort Ein
  Eine Einen Error Es Everybody Everyone Fehler Folks For Forum Frage Freundliche From German Good Gruß Grüße Guten
  Gerne Guys Hallo Hello Herr Herrn Herren Hi Hier How However I Ich If Ihnen Ihr Ihre Ihrem Ihren Im In Is Ist It
  Ja Jetzt Kein Keine Kollege Kollegen Kollegin Kunde Kunden Kundendienst Kundin Leider Leute Liebe Lieber Madam Man
  Many Mein Meine Mit My Nach Nachbar Nachbarin Nein Neu Nicht Nochmal No Noch Nordhang Not Nun Nur Ok Okay Or Our
  Please Problem Program Programm Prima Schön Sehr Service Sie Sir So Sorry Support Super Team Techniker Technikerin
  Thank Thanks That The Then There They This To Und Uns Unser Unsere Unter Vielen Viele Vom Von Vorab Wann War Was We
  Welche Wenn Wer Wie Will Wir With Wo Yes You Your Zu Zum Zur Zusammen Lenta Sola Ardo Miro Zuhause Home Step Mieter
  Bedienungsanleitung Anleitung Nachricht Hilfe Rückmeldung Antwort Montag Dienstag Mittwoch Donnerstag Freitag Samstag
  Sonntag Monday Tuesday Wednesday Thursday Friday Saturday Sunday Morgen Abend Tag Morning Evening Afternoon Start
  Temp Filter Pumpe Pump Water Wasser Maschine Machine Waschmaschine`.split(/\s+/),
);

/** How people are addressed. Alone it tells of nobody: "meine Frau", "Dear Sir". */
export const salutations = new Set(`Frau Fräulein Fr Herr Herrn Hr Familie Fam Mr Mrs Ms Miss Mx Mister Missus Sir Madam Dr Doktor Prof Professor`.split(" "));

/** Names that are everyday words when written small: "mark", "koch", "sommer". */
export const everydayWords = new Set(
  `alt art baum bell berg best bill black blank brown bush busch carter chance cook cooper dick drew eile ernst ever
  fair fisher fischer frank frost gast gray green groß gross grace gut hahn hand hart heide herbst hope hunt jung kaiser
  kalt kern kind king klein koch könig kraft krause kurz lang lange lee long mark may mai might mild miller mond moon
  müller neu neumann north park price rau rein reich rich richter ring rob rose roth rot ruhe sand scharf schmidt
  schneider schnell schön schulz schwarz self sommer sonne stark stein steiner stern stone sue summer sun taylor
  vogel voll wagner wald walker wall warm weber weiß weiss west white wild will winter wise wolf wood young zimmer`.split(
    /\s+/,
  ),
);
