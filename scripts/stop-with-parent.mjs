const PARENT_CHECK_MS = 500;

/** npm runs a script in a shell, and passes a SIGTERM to the shell only: when that is gone, so should this be. */
export function stopWithParent() {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS);
  check.unref();
}
