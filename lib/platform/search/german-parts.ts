/**
 * Everyday words that German compounds are made of, as they are written. They ship so that a small community,
 * whose own texts teach few words, also finds "Sporthalle" by "Halle". Written for this project, under its licence.
 */
export const germanNouns = `Abend Abfluss Ablage Ablauf Abluft Absatz Abteil Adresse Akku Akte Aktion Album Alarm Alter Amt Anfang Angebot Angst Anker Anlage Anleitung Anschluss
Antenne Antrag Antwort Anzeige Apfel App Apparat Arbeit Archiv Arm Art Artikel Arzt Asche Ast Atem Aufsatz Auge Auslauf Ausweis Auto Automat Backofen
Bad Bahn Balken Ball Balkon Band Bank Bar Bau Bauch Baum Baumwolle Becher Becken Bedarf Bedienung Behälter Beitrag Bein Berg Bericht Beruf Besen
Bestellung Besuch Betrag Betrieb Bett Beutel Bier Bild Blatt Blech Blick Block Bluetooth Blume Blut Boden Bogen Bohne Bohrer Boot Box Brand Bremse
Brett Brief Brille Brot Brücke Bruder Buch Buchstabe Büchse Bügel Bühne Bürste Büro Bus Butter Cent Chef Code Computer Creme Dach Dame Dampf Datei
Daten Datum Dauer Decke Deckel Dichtung Dienst Ding Display Dokument Dorf Dose Draht Druck Drucker Düse Durst Dusche Ebene Ecke Ehe Ei Eimer Einbau
Eingang Einheit Einsatz Einstellung Eis Eisen Elektro Elektronik Empfang Ende Energie Entkalker Erde Ergebnis Ersatz Essen Etage Etikett Fach Faden
Fahrer Fahrrad Fahrt Fahrzeug Fall Falle Familie Farbe Faser Fass Feder Fehler Feier Feld Fenster Ferien Fest Fett Feuer Feuchte Figur Film Filter
Finger Firma Fisch Fläche Flasche Fleck Fleisch Flug Flur Fluse Fluss Folge Folie Form Formular Foto Frage Frau Freund Frist Front Frost Frucht Fühler
Funk Funktion Fuß Futter Gabel Gang Garage Garantie Garten Gas Gast Gebäude Gebiet Gebrauch Gebühr Gefahr Geheimnis Gehäuse Geist Geld Gelenk Gemüse
Gepäck Gerät Geräusch Geruch Geschäft Geschenk Geschirr Gesicht Gesundheit Getränk Gewebe Gewicht Gewinde Gewürz Gift Gitter Glas Glocke Gold Grad
Gras Grenze Griff Grill Grippe Größe Grund Gruppe Gummi Gurke Gurt Haar Hafen Hahn Haken Halle Hals Halter Hand Händler Haupt Haus Haut Hebel Heft
Heim Heizung Held Hemd Herd Herr Herz Hilfe Himmel Hitze Hof Höhe Holz Honig Hose Hotel Hub Hügel Huhn Hund Hunger Hut Idee Induktion Industrie
Information Inhalt Insel Isolierung Jacke Jagd Jahr Journal Jugend Kabel Kaffee Kalender Kalk Kamera Kamin Kamm Kammer Kampf Kanal Kanne Kante Kapsel
Karte Karton Käse Kasse Kasten Katalog Katze Kauf Keller Kellner Kennwort Kern Kerze Kette Kilo Kind Kino Kirche Kiste Klappe Klasse Kleid Klemme
Klima Klingel Knie Knopf Knoten Koch Kochfeld Koffer Kohle Kollege Kompressor Kondensator Konto Kontrolle Kopf Kopie Korb Korn Körper Kosten Kraft
Kran Krankheit Kreis Kreuz Krieg Küche Kuchen Kugel Kühlschrank Kultur Kunde Kunst Kupfer Kurs Kurve Küste Labor Lack Laden Lager Lampe Land Länge
Laser Last Lauf Lauge Laut Leben Leder Lehre Lehrer Leib Leim Leine Leistung Leiter Leitung Licht Lied Lieferung Linie Linse Lippe Liste Lizenz Loch
Löffel Lohn Löser Luft Lüfter Macht Mädchen Magen Magnet Mail Maler Mangel Mann Manschette Mantel Markt Maschine Maß Masse Material Mauer Maus
Mechanik Medien Medizin Meer Mehl Meister Meldung Menge Mensch Menü Messer Messung Metall Meter Miete Milch Minute Mittag Mitte Mittel Mixer Möbel
Modell Modul Monat Mond Montage Motor Müll Mund Münze Muskel Muster Mutter Nacht Nadel Nagel Nahrung Name Nase Natur Nebel Nest Netz Netzwerk Niveau
Norm Note Notiz Nummer Nuss Nutzer Nutzung Obst Ofen Öffnung Ohr Öl Onkel Oper Orange Ordner Ordnung Organ Ort Paar Pack Paket Panne Papier Park
Partner Pass Passwort Pause Pedal Person Pfad Pfanne Pfeffer Pfeife Pfeil Pferd Pflanze Pflaster Pflege Pflicht Pilz Pinsel Plan Platine Platte Platz
Pol Politik Polizei Post Preis Presse Probe Problem Produkt Programm Projekt Protokoll Prozent Prozess Prüfung Pulver Pumpe Punkt Puppe Qualität
Quelle Rabatt Rad Radio Rahmen Rand Rat Rätsel Rauch Raum Rechner Rechnung Recht Regal Regel Regen Register Regler Reifen Reihe Reinigung Reis Reise
Reiz Rente Reparatur Rest Richtung Riegel Riemen Rind Ring Rock Rohr Rolle Roller Rose Rost Router Rücken Rückgabe Ruf Ruhe Saal Sache Sack Saft Säge
Salat Salbe Salz Sand Satz Säule Schacht Schaden Schal Schale Schalter Schatten Schatz Schaum Scheibe Schein Schere Schicht Schiene Schiff Schild
Schimmel Schirm Schlaf Schlag Schlange Schlauch Schleuder Schlitten Schloss Schlüssel Schmerz Schmuck Schmutz Schnee Schnitt Schnur Schrank Schraube
Schrift Schritt Schublade Schuh Schuld Schule Schüler Schulter Schüssel Schutz Schwamm Schwein Schwester See Segel Seife Seil Seite Sekunde Sensor
Service Sicherung Sieb Signal Silber Sitz Sofa Software Sohle Sommer Sonne Sorge Sorte Spalte Spanne Spannung Speck Speicher Speise Sperre Spiegel
Spiel Spitze Sport Sprache Spritze Sprung Spüle Spur Staat Stab Stadt Stahl Stall Stamm Stand Stange Station Staub Steckdose Stecker Steg Stein Stelle
Stempel Stern Steuer Steuerung Stift Stimme Stock Stoff Stopp Störung Strahl Strand Straße Strecke Streifen Strom Strumpf Stück Stufe Stuhl Stunde
Sturm Suche Summe Suppe System Szene Tabelle Tablette Tafel Tag Tank Tasche Tasse Tastatur Taste Tausch Taxi Technik Tee Teig Teil Telefon Teller
Temperatur Teppich Termin Test Text Theater Thema Thermostat Tier Tinte Tipp Tisch Titel Tochter Tod Ton Topf Tor Traum Treppe Trockner Trommel
Tropfen Tuch Tulpe Tür Turm Typ Uhr Umluft Umsatz Umtausch Umzug Unfall Unterricht Update Urlaub Vase Vater Ventil Verbrauch Verdampfer Verein Verkehr
Verriegelung Verschluss Vertrag Video Vogel Volk Vorrat Waage Wachs Wagen Wahl Wald Wand Wanne Ware Wärme Wartung Wäsche Wasser Web Wechsel Weg Wein
Welle Welt Werbung Werk Werkstatt Wert Wetter Wiese Wind Winter Wirt Wissen Woche Wohnung Wolke Wolle Wort Wunde Wunsch Wurst Zahl Zahn Zange Zaun
Zeichen Zeile Zeit Zeitung Zelle Zelt Zentrum Zettel Zeug Ziel Zimmer Zone Zubehör Zucker Zug Zulauf Zuluft Zunge Zusatz`;

/** What only begins a compound: stems of verbs, and describing words. */
export const germanBeginnings = `abfallen abholen anmelden backen baden bauen beißen binden blasen bohren braten brechen bremsen brennen dampfen decken
denken drehen drucken duschen fahren fallen fangen filtern fliegen fließen frieren führen füllen gehen gefrieren gießen graben halten hängen heben
heizen hören impfen kaufen kehren kippen klappen kleben klemmen klettern klopfen kochen kühlen laden laufen lesen liefern liegen löschen lösen mahlen
malen melden merken messen mischen nähen nutzen pflegen pressen prüfen pumpen putzen rasieren rauchen rechnen reinigen reisen reiten rufen rühren
sammeln saugen schalten schauen scheren schieben schlafen schlagen schleudern schließen schmelzen schneiden schreiben schrauben schwimmen segeln
senden sitzen sparen speichern spielen springen spritzen sprechen sprühen spülen starten stechen stecken stehen steigen stellen steuern stoppen
suchen tanken tanzen tasten tauchen tragen treiben trennen trinken trocknen turnen wählen wandern wärmen waschen wechseln wecken werfen wickeln wiegen
wischen wohnen zählen zeichnen ziehen alt außen bio blau breit dick doppel dunkel dünn einzel elektro fein fern fest fett frei frisch gelb gesamt glatt
grob groß grün halb hart haupt heiß hell hoch innen jung kalt klein kurz lang laut leer leicht mikro mini multi nass neu öko rein
roh rot rund sauer scharf schmal schnell schwarz schwer sicher solar spezial stark still super süß tief trocken voll vorder warm weich weiß weit
zentral`;
