import { Fragment, type JSX } from "preact";
import type { Json } from "../../control.ts";
import { str } from "../json.ts";
import { useWorkspace } from "../workspace.tsx";
import { formatDate } from "./dates.ts";
import { mrkdwn, plainInline } from "./mrkdwn.ts";
import { type Inline, type Part, plain, type Style, safeUrl } from "./nodes.ts";

const MARKERS = {
  ordered: ["decimal", "lower-alpha", "lower-roman"],
  bulleted: ["disc", "circle", "square"],
};

export function Parts({ parts }: { parts: Part[] }) {
  return (
    <div class="text">
      {parts.map((part, index) => (
        <PartView key={index} part={part} />
      ))}
    </div>
  );
}

function PartView({ part }: { part: Part }): JSX.Element {
  switch (part.kind) {
    case "paragraph":
      return (
        <p>
          <Line nodes={part.children} />
        </p>
      );
    case "heading":
      return (
        // biome-ignore lint/a11y/useSemanticElements: its level depends on the text
        <p
          class={`heading heading-${Math.min(part.level, 4)}`}
          role="heading"
          aria-level={Math.min(part.level + 1, 6)}
        >
          <Line nodes={part.children} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Parts parts={part.parts} />
        </blockquote>
      );
    case "code":
      return <pre>{part.text}</pre>;
    case "rule":
      return <hr />;
    case "list":
      return <List part={part} />;
    case "grid":
      return <Grid part={part} />;
  }
}

function List({ part }: { part: Extract<Part, { kind: "list" }> }) {
  const markers = MARKERS[part.ordered ? "ordered" : "bulleted"];
  const style = `margin-left:${part.indent * 24}px;list-style-type:${markers[part.indent % 3]}`;
  const items = part.items.map((item, index) => (
    <li key={index}>
      <Line nodes={item} />
    </li>
  ));
  return part.ordered ? (
    <ol style={style} start={part.start}>
      {items}
    </ol>
  ) : (
    <ul style={style}>{items}</ul>
  );
}

function Grid({ part }: { part: Extract<Part, { kind: "grid" }> }) {
  return (
    <div class="grid-scroll">
      <table class="grid">
        <thead>
          <tr>
            {part.header.map((cell, index) => (
              <th key={index} scope="col">
                <Line nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Line nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <Node key={index} node={node} />
      ))}
    </>
  );
}

function Node({ node }: { node: Inline }): JSX.Element {
  const { state, reader, person } = useWorkspace();
  switch (node.kind) {
    case "text":
      return <>{node.text}</>;
    case "styled":
      return dressed(node.style, <Line nodes={node.children} />);
    case "link":
      return <Link url={node.url}>{plain(node.children) || node.url}</Link>;
    case "person":
      return (
        <span class={node.id === state.me.id ? "mention mention-me" : "mention"}>
          @{person(node.id)?.realName ?? node.id}
        </span>
      );
    case "channel": {
      const channel = state.conversations.find(({ id }) => id === node.id);
      return <span class="mention">#{channel?.name ?? (node.label || "private channel")}</span>;
    }
    case "call":
      return <span class="mention mention-me">{node.label}</span>;
    case "colour":
      return (
        <span class="colour">
          <i style={{ background: node.value }} />
          {node.value}
        </span>
      );
    case "date": {
      const words = formatDate(reader, node.seconds, node.format, node.fallback);
      return node.url ? <Link url={node.url}>{words}</Link> : <time>{words}</time>;
    }
  }
}

function Link({ url, children }: { url: string; children: string }) {
  const href = safeUrl(url);
  if (!href) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function dressed(style: Style, inner: JSX.Element): JSX.Element {
  let dressed = <Fragment>{inner}</Fragment>;
  if (style.code) dressed = <code>{dressed}</code>;
  if (style.underline) dressed = <u>{dressed}</u>;
  if (style.strike) dressed = <s>{dressed}</s>;
  if (style.italic) dressed = <em>{dressed}</em>;
  if (style.bold) dressed = <strong>{dressed}</strong>;
  return dressed;
}

/** A text object of Block Kit: `plain_text` or `mrkdwn`. */
export function Text({ of }: { of: Json | undefined }) {
  if (!of) return null;
  if (str(of, "type") === "mrkdwn") return <Parts parts={mrkdwn(str(of, "text"))} />;
  return <>{words(of)}</>;
}

/** A text object where only words fit: labels, options, titles. */
export const words = (of: Json | undefined): string => plain(plainInline(str(of, "text")));
