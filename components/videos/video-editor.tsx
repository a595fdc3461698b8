import type { Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { videoLimits } from "@/lib/videos/input";
import type { VideoView } from "@/lib/videos/video-view";
import { DeleteVideo } from "./delete-video";
import { VideoForm, type VideoTexts } from "./video-form";

type VideoEditorProps = { locale: Locale; articleId: number; videos: VideoView[] };

/** The videos of an article, for those who write it. */
export function VideoEditor({ locale, articleId, videos }: VideoEditorProps) {
  const t = translator(locale);
  const texts = videoTexts(t);
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <section id="videos" aria-labelledby="videos-title" className="grid gap-2">
      <h2 id="videos-title" className="text-[17px]/6">
        {t("editor.videos")}
      </h2>
      <p className="mut2">{t("editor.videos.hint")}</p>
      <ul className="vlist">
        {videos.map((video) => (
          <li key={video.id}>
            <b>{video.title}</b>
            <p className="small mut2">
              {video.file ? `${video.file.mime === "video/mp4" ? "MP4" : "WebM"}, ${megabytes(video.file.size)} MB · ` : `${t("editor.video.missing")} `}
              {video.captions.length === 0 && t("editor.video.silent")}
              {video.captions.map(({ locale: language }, place) => (
                <span key={language}>
                  {place > 0 && ", "}
                  <a className="lk" href={`/captions/${video.id}/${language}.vtt`}>
                    {t(`editor.video.captions.${language}`)}
                  </a>
                </span>
              ))}
            </p>
            <details open={!video.file}>
              <summary>{t("editor.video.edit")}</summary>
              <VideoForm articleId={articleId} video={formOf(video)} texts={texts} />
              <DeleteVideo id={video.id} texts={{ ask: t("editor.video.delete"), sure: t("editor.video.deleteForGood"), failed: t("error.unknown") }} />
            </details>
          </li>
        ))}
        <li>
          <details>
            <summary>{t("editor.video.add")}</summary>
            <VideoForm articleId={articleId} texts={texts} />
          </details>
        </li>
      </ul>
    </section>
  );
}

function formOf({ id, title, silent, file, captions }: VideoView) {
  return { id, title, silent, hasFile: file !== null, captions: captions.map(({ locale }) => locale) };
}

function videoTexts(t: Translate): VideoTexts {
  return {
    title: t("editor.video.title"),
    file: t("editor.video.file"),
    fileAgain: t("editor.video.fileAgain"),
    fileHint: t("editor.video.fileHint", { megabytes: videoLimits.bytes / 1024 / 1024 }),
    tooLarge: t("error.file.tooLarge", { megabytes: videoLimits.bytes / 1024 / 1024 }),
    noFile: t("editor.video.noFile"),
    captions: { de: t("editor.video.captions.de"), en: t("editor.video.captions.en") },
    captionsHint: t("editor.video.captionsHint"),
    captionsKept: t("editor.video.captionsKept"),
    silent: t("editor.video.silent"),
    save: t("editor.video.save"),
    busy: t("common.saving"),
    sending: t("editor.video.sending", { percent: "{percent}" }),
    failed: t("error.unknown"),
  };
}
