import { useCallback, useRef, useState } from "preact/hooks";

const SHOWN_MS = 6000;

/** A sentence at the foot of the page for a while. */
export function useToast(): [string, (sentence: string) => void] {
  const [sentence, setSentence] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const say = useCallback((next: string) => {
    clearTimeout(timer.current);
    setSentence(next);
    timer.current = setTimeout(() => setSentence(""), SHOWN_MS);
  }, []);
  return [sentence, say];
}

export function Toast({ toast }: { toast: string }) {
  return (
    <div class="toast" role="status">
      {toast && <p>{toast}</p>}
    </div>
  );
}
