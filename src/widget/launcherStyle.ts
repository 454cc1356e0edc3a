// The look of the button and of the panel; adopted as a sheet, which a page's policy on inline styles says nothing about.
// In pixels, as `rem` is the page's; what would be inherited from the page begins anew.

export const LAUNCHER_STYLE = `
:host { all: initial; position: fixed; z-index: 2147483000; bottom: 16px; right: 16px; color-scheme: light dark; }
:host(.left) { right: auto; left: 16px; }
* { box-sizing: border-box; }
button {
  all: unset; box-sizing: border-box; position: relative; display: grid; place-items: center; width: 56px; height: 56px;
  border-radius: 50%; cursor: pointer; background: var(--accent); color: var(--on-accent);
  box-shadow: 0 2px 6px rgb(0 0 0 / .25), 0 6px 20px rgb(0 0 0 / .2); transition: transform .15s;
}
button:hover { transform: scale(1.05); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
button .shut, button[aria-expanded=true] .chat { display: none; }
button[aria-expanded=true] .shut { display: block; }
.dot { position: absolute; top: 2px; right: 2px; width: 14px; height: 14px; border-radius: 50%; background: #d92d20; border: 2px solid #fff; }
[hidden] { display: none !important; }
.words { all: initial; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel {
  all: initial; color-scheme: light dark; position: absolute; bottom: 72px; right: 0; width: min(400px, calc(100vw - 32px)); height: min(640px, calc(100vh - 104px));
  height: min(640px, calc(100dvh - 104px)); border-radius: 14px; overflow: hidden; background: Canvas;
  box-shadow: 0 0 0 1px rgb(128 128 128 / .3), 0 12px 40px rgb(0 0 0 / .25); animation: rise .18s ease-out;
}
:host(.left) .panel { right: auto; left: 0; }
.panel[data-theme=light] { color-scheme: light; }
.panel[data-theme=dark] { color-scheme: dark; }
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: inherit; }
p { margin: 0; padding: 24px; font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: CanvasText; }
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }
@media (max-width: 480px), (max-height: 480px) {
  .panel, :host(.left) .panel { position: fixed; inset: 0; width: 100%; height: 100%; height: 100dvh; border-radius: 0; }
  button.ready[aria-expanded=true] { visibility: hidden; }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } button { transition: none; } button:hover { transform: none; } }
@media (forced-colors: active) {
  button { border: 2px solid ButtonText; background: ButtonFace; color: ButtonText; }
  .panel { border: 2px solid CanvasText; }
  .dot { background: Highlight; forced-color-adjust: none; }
}
@media print { :host { display: none; } }
`;
