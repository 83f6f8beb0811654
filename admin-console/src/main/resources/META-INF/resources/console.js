// "/" puts the cursor into the search of the page, but never while somebody is in a field, and only where the page says
// so: it can be switched off (WCAG 2.1.4). What lies under others, or is not shown, is passed over.
document.addEventListener('keydown', event => {
  const free = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (event.key !== '/' || !free || !document.body.hasAttribute('data-search-key')) {
    return;
  }
  if (event.target.closest('input, select, textarea, [contenteditable], dialog')) {
    return;
  }
  const search = [...document.querySelectorAll('[role=search] input:not([type=hidden])')]
    .find(field => field.checkVisibility());
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});
