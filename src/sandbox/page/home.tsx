import { useEffect } from "preact/hooks";
import { Blocks } from "./blocks/blocks.tsx";
import { useLocalSurface } from "./elements/local.ts";
import { SurfaceContext } from "./elements/surface.tsx";
import { objs } from "./json.ts";
import { useWorkspace } from "./workspace.tsx";

/** The app's Home tab. The app is told that it was opened and publishes what stands here. */
export function Home() {
  const { state, act, say } = useWorkspace();
  const surface = useLocalSurface({ home: true });
  useEffect(() => {
    void act("home", {}).then((outcome) => {
      if (!outcome.ok) say(outcome.error ?? "The app did not hear that its Home was opened.");
    });
  }, []);

  return (
    <section class="home" aria-label="Home">
      {state.home ? (
        <SurfaceContext.Provider value={surface}>
          <Blocks blocks={objs(state.home, "blocks")} />
        </SurfaceContext.Provider>
      ) : (
        <p class="home-empty">{state.app.name} has not put anything here yet.</p>
      )}
    </section>
  );
}
