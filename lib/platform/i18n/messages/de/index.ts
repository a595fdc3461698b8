import { about } from "./about";
import { agentConsole } from "./agent-console";
import { answers } from "./answers";
import { articles } from "./articles";
import { auth } from "./auth";
import { chat } from "./chat";
import { comments } from "./comments";
import { common } from "./common";
import { crash } from "./crash";
import { errors } from "./errors";
import { escalations } from "./escalations";
import { followUps } from "./follow-ups";
import { home } from "./home";
import { insights } from "./insights";
import { layout } from "./layout";
import { mail } from "./mail";
import { members } from "./members";
import { moderation } from "./moderation";
import { notifications } from "./notifications";
import { room } from "./room";
import { search } from "./search";
import { searchTools } from "./search-tools";
import { settings } from "./settings";
import { staff } from "./staff";
import { staffing } from "./staffing";
import { tags } from "./tags";
import { threads } from "./threads";
import { videos } from "./videos";
import type { en } from "../en/index";

export const de: Record<keyof typeof en, string> = {
  ...common,
  ...layout,
  ...home,
  ...threads,
  ...answers,
  ...comments,
  ...articles,
  ...videos,
  ...search,
  ...searchTools,
  ...members,
  ...auth,
  ...notifications,
  ...chat,
  ...room,
  ...escalations,
  ...staff,
  ...followUps,
  ...staffing,
  ...agentConsole,
  ...insights,
  ...settings,
  ...moderation,
  ...mail,
  ...crash,
  ...errors,
  ...about,
  ...tags,
};
