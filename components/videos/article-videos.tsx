import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { VideoView } from "@/lib/videos/video-view";
import { CueLine } from "./cue-line";
import { StartAt } from "./start-at";

type ArticleVideosProps = { locale: Locale; videos: VideoView[]; /** The second to begin at, without script too. */ start: number | undefined };

const languages = { de: "Deutsch", en: "English" };

/** An article's videos with their captions, and below each what is said in it. */
export function ArticleVideos({ locale, videos, start }: ArticleVideosProps) {
  if (videos.length === 0) return null;
  return (
    <>
      {videos.map((video) => (
        <section key={video.id} id={`video-${video.id}`} className="vid" aria-labelledby={`video-${video.id}-title`}>
          <h2 id={`video-${video.id}-title`}>{video.title}</h2>
          <Player locale={locale} video={video} start={start} />
          <Transcript locale={locale} video={video} />
        </section>
      ))}
      <StartAt />
    </>
  );
}

function Player({ locale, video: { id, file, posterId, captions }, start }: { locale: Locale; video: VideoView; start: number | undefined }) {
  const shown = captions.find((one) => one.locale === locale) ?? captions[0];
  return (
    <video controls playsInline preload="none" src={`/files/${file?.id}${start ? `#t=${start}` : ""}`} poster={posterId ? `/files/${posterId}` : undefined} aria-labelledby={`video-${id}-title`}>
      {captions.map((one) => (
        <track key={one.locale} kind="captions" src={`/captions/${id}/${one.locale}.vtt`} srcLang={one.locale} label={languages[one.locale]} default={one === shown} />
      ))}
    </video>
  );
}

/** In the reader's language where there is one. */
function Transcript({ locale, video: { id, silent, captions } }: { locale: Locale; video: VideoView }) {
  const t = translator(locale);
  const said = captions.find((one) => one.locale === locale) ?? captions[0];
  if (!said) return silent ? <p className="small mut2">{t("video.silent")}</p> : null;
  return (
    <details>
      <summary>{t("video.transcript")}</summary>
      <ol lang={said.locale === locale ? undefined : said.locale}>
        {said.cues.map((cue) => (
          <li key={cue.start}>
            <CueLine cue={cue} href={`?t=${Math.floor(cue.start)}#video-${id}`} />
          </li>
        ))}
      </ol>
    </details>
  );
}
