import type { Locale } from "../i18n/locale";

const english = `a about after again all also am an and any are aren't as at be because been before being but by can can't could
couldn't did didn't do does doesn't doing don't down during each few for from further get got had hadn't has hasn't have
haven't having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its just like me more most my
no nor not now of off on once one only or other our out over own please same she should shouldn't so some such than
thanks that that's the their them then there there's these they this those through to too under until up very want was
wasn't way we were weren't what when where which while who whom why will with won't would wouldn't you your`;

const german = `ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bin bis
bist bitte da dabei damit dann das dass dazu dein deine dem den denn der des dessen dich die dies diese diesem diesen
dieser dieses dir doch dort du durch ein eine einem einen einer eines einige er es etwas euch euer eure für gegen
gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins
ist ja jede jedem jeden jeder jedes jetzt kann kannst können könnte kein keine keinem keinen keiner man mal manche
mehr mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr
sein seine seinem seinen seiner seit sich sie sind so soll sollte sollen sondern sonst über um und uns unser unsere unter
viel vom von vor wann war waren warum was weg weil welche welchem welchen welcher welches wenn wer werde werden wie
wieder will wir wird wirst wo wollen während würde würden zu zum zur zwar zwischen`;

/** Words that say nothing about what is looked for. */
export const stopWords: Record<Locale, string[]> = { en: english.split(/\s+/), de: german.split(/\s+/) };
