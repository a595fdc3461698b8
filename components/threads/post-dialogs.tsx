"use client";

import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { ApiError, apiFetch, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { deletePost } from "./delete-post";
import type { MenuPost } from "./post-menu";
import { useThreadPlace } from "./thread-context";

/** As long as a toast is shown. */
const TOAST_MS = 6_000;

type DialogProps = { post: MenuPost; onClose: () => void };
type AskProps = DialogProps & {
  title: string;
  send: string;
  danger?: boolean;
  act: (form: FormData) => Promise<unknown>;
  children: ReactNode;
};

/** A question with verbs on its buttons; what was refused is said beside them and nothing typed is lost. */
function Ask({ title, send, danger, act, onClose, children }: AskProps) {
  const { words } = useThreadPlace();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    try {
      await act(new FormData(event.currentTarget));
      onClose();
    } catch (error) {
      const fields = error instanceof ApiError ? Object.values(error.fields) : [];
      setProblem(fields[0] || errorText(error, words.offline));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {children}
        {problem && (
          <p className="err" role="alert">
            {problem}
          </p>
        )}
        <div className="da">
          <Button look="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" look={danger ? "dang" : "pri"} busy={busy && words.sending}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const reasons = ["spam", "rude", "private", "dangerous", "off_topic", "other"] as const;
const singular = { threads: "thread", answers: "answer", comments: "comment" };

export function FlagDialog({ post, onClose }: DialogProps) {
  const { words } = useThreadPlace();
  const act = async (form: FormData) => {
    const body = { targetKind: singular[post.kind], targetId: post.id, reason: form.get("reason"), note: form.get("note") };
    await apiFetch("/flags", { method: "POST", body });
    toast(words.reportDone);
  };
  return (
    <Ask post={post} onClose={onClose} title={words.reportTitle} send={words.reportSend} act={act}>
      <p className="mut2">{words.reportHint}</p>
      <div className="grid gap-1">
        {reasons.map((reason, index) => (
          <Checkbox key={reason} type="radio" name="reason" value={reason} required defaultChecked={index === 0} label={words[`reason.${reason}`]} />
        ))}
      </div>
      <TextArea name="note" label={words.reportNote} rows={2} maxLength={1000} />
    </Ask>
  );
}

export function LockDialog({ post, onClose }: DialogProps) {
  const { words } = useThreadPlace();
  const act = async (form: FormData) => {
    await apiFetch(`/threads/${post.id}/lock`, { method: "PUT", body: { locked: true, reason: form.get("reason") } });
    location.reload();
  };
  return (
    <Ask post={post} onClose={onClose} title={words.lockTitle} send={words.lock} act={act}>
      <TextInput name="reason" label={words.lockReason} minLength={3} maxLength={500} required />
    </Ask>
  );
}

export function RemoveDialog({ post, onClose }: DialogProps) {
  const { words } = useThreadPlace();
  const act = async (form: FormData) => deletePost(post, words, String(form.get("reason") ?? ""));
  return (
    <Ask post={post} onClose={onClose} title={words.deleteTitle} send={words.delete} danger act={act}>
      <TextInput name="reason" label={words.deleteReason} maxLength={500} required />
    </Ask>
  );
}

export function MoveDialog({ post, onClose }: DialogProps) {
  const { words, locale } = useThreadPlace();
  const [categories, setCategories] = useState<{ slug: string; name: string; parent: string | null }[]>([]);
  useEffect(() => {
    void apiFetch<{ items: typeof categories }>(`/categories?lang=${locale}`).then(({ items }) => setCategories(items));
  }, [locale]);
  const names = new Map(categories.map(({ slug, name }) => [slug, name]));
  const options = categories.map(({ slug, name, parent }) => ({ value: slug, label: name, group: parent ? names.get(parent) : undefined }));
  const act = async (form: FormData) => {
    await apiFetch(`/threads/${post.id}/category`, { method: "PUT", body: { category: form.get("category") } });
    location.reload();
  };
  return (
    <Ask post={post} onClose={onClose} title={words.moveTitle} send={words.moveSend} act={act}>
      <Select name="category" label={words.moveTo} options={options} required />
    </Ask>
  );
}

export function DuplicateDialog({ post, onClose }: DialogProps) {
  const { words } = useThreadPlace();
  const act = async (form: FormData) => {
    const named = /(\d+)(?:\/[^/]*)?$/.exec(String(form.get("original")).trim().replace(/[?#].*$/, ""));
    await apiFetch(`/threads/${post.id}/duplicate`, { method: "PUT", body: { duplicateOf: Number(named?.[1] ?? 0) } });
    location.reload();
  };
  return (
    <Ask post={post} onClose={onClose} title={words.duplicateTitle} send={words.duplicateSend} act={act}>
      <TextInput name="original" label={words.duplicateOf} required />
    </Ask>
  );
}

/** Done at once; the page follows when the way back has passed. */
export function MergeDialog({ post, onClose }: DialogProps) {
  const { words, locale } = useThreadPlace();
  const act = async (form: FormData) => {
    const named = /(\d+)(?:\/[^/]*)?$/.exec(String(form.get("into")).trim().replace(/[?#].*$/, ""));
    const { url } = await apiFetch<{ url: string }>(`/threads/${post.id}/merge`, { method: "POST", body: { into: Number(named?.[1] ?? 0) } });
    const leave = setTimeout(() => location.assign(`${locale === "de" ? "/de" : ""}${url}`), TOAST_MS);
    const undo = () => {
      clearTimeout(leave);
      void apiFetch(`/threads/${post.id}/merge`, { method: "DELETE" }).then(() => location.reload(), (error: unknown) => toast(errorText(error, words.offline)));
    };
    toast(words.merged, { undo, undoLabel: words.undo });
  };
  return (
    <Ask post={post} onClose={onClose} title={words.mergeTitle} send={words.mergeSend} act={act}>
      <p className="mut2">{words.mergeHint}</p>
      <TextInput name="into" label={words.mergeInto} required />
    </Ask>
  );
}

/** The answers on the page; ticked are the solution and the company's word, else the first. */
export function PromoteDialog({ post, onClose }: DialogProps) {
  const { words, locale } = useThreadPlace();
  const answers = [...document.querySelectorAll<HTMLElement>("article[data-answer]")].map((element) => ({
    id: Number(element.dataset.answer),
    label: element.getAttribute("aria-label") ?? "",
    start: (element.querySelector(".prose")?.textContent ?? "").slice(0, 90),
    chosen: element.matches(".acc, .off"),
  }));
  const [first] = answers;
  if (first && !answers.some(({ chosen }) => chosen)) first.chosen = true;
  const act = async (form: FormData) => {
    const answerIds = form.getAll("answer").map(Number);
    const { id } = await apiFetch<{ id: number }>(`/threads/${post.id}/article`, { method: "POST", body: { answerIds } });
    const draft = `${locale === "de" ? "/de" : ""}/staff/articles/${id}`;
    location.assign(draft);
  };
  return (
    <Ask post={post} onClose={onClose} title={words.promoteTitle} send={words.promoteSend} act={act}>
      <p className="mut2">{words.promoteHint}</p>
      <div className="grid gap-2 max-h-[50vh] overflow-auto">
        {answers.map(({ id, label, start, chosen }) => (
          <Checkbox key={id} id={`promote-${id}`} name="answer" value={id} defaultChecked={chosen} label={label} hint={`${start} …`} />
        ))}
      </div>
    </Ask>
  );
}
