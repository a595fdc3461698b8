import { md } from "./md";

/** A film without sound, drawn by us; its captions tell what is to be seen. Key of the article, then the words. */
export const videos = [
  {
    article: "flusensieb-reinigen",
    locale: "de",
    title: "In einer halben Minute gezeigt",
    captions: md`
      WEBVTT

      00:00.500 --> 00:03.600
      Öffnen Sie die Klappe rechts unten und legen Sie sie nach vorn um.

      00:03.800 --> 00:08.900
      Ziehen Sie den Entleerungsschlauch heraus und lassen Sie das Restwasser in eine Schale laufen.

      00:09.100 --> 00:12.000
      Legen Sie ein Tuch unter und drehen Sie das Flusensieb nach links.

      00:12.000 --> 00:14.000
      Dann ziehen Sie es gerade heraus.

      00:14.200 --> 00:18.500
      Spülen Sie Fusseln, Haarklammern und Münzen unter fließendem Wasser ab.

      00:18.700 --> 00:22.400
      Setzen Sie das Sieb wieder ein und drehen Sie es nach rechts, bis es anschlägt.

      00:22.600 --> 00:25.900
      Klappe zu, fertig. Jetzt pumpt die Maschine wieder ab.
    `,
  },
  {
    article: "clean-filter",
    locale: "en",
    title: "Shown in half a minute",
    captions: md`
      WEBVTT

      00:00.500 --> 00:03.600
      Open the flap at the bottom right and fold it towards you.

      00:03.800 --> 00:08.900
      Pull out the drain hose and let the rest of the water run into a dish.

      00:09.100 --> 00:12.000
      Put a cloth underneath and turn the filter to the left.

      00:12.000 --> 00:14.000
      Then pull it straight out.

      00:14.200 --> 00:18.500
      Rinse off fluff, hairpins and coins under running water.

      00:18.700 --> 00:22.400
      Put the filter back and turn it to the right until it stops.

      00:22.600 --> 00:25.900
      Close the flap, and that is all. Now the machine drains again.
    `,
  },
] as const;
