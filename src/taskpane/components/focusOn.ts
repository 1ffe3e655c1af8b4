/** As a `ref`: what had the focus is gone, and what stands in its place takes it. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
