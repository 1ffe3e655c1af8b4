/** Puts a sentence in the place of the pane, where there is no pane to show it. */
export function showFailure(container: HTMLElement, sentence: string): void {
  const message = document.createElement("p");
  message.className = "loading";
  message.setAttribute("role", "alert");
  message.textContent = sentence;
  container.replaceChildren(message);
}
